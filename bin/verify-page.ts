import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

// Makes the page that checks receipts: one file with its script, its style and both languages inside, and a policy that
// lets it run just those and talk to nobody. Whoever serves it writes the key of the ledger into it.

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const words = Object.fromEntries(
  ['zh-CN', 'en'].map((locale) => {
    const all: Record<string, string> = {
      ...JSON.parse(read(`words/foundation/${locale}.json`)),
      ...JSON.parse(read(`words/verify/${locale}.json`)),
    };
    return [locale, all];
  }),
);
const script = await bundle('src/ledger/verify-page/page.ts');
const style = `${read('src/ui/tokens.css')}\n${read('src/ledger/verify-page/page.css')}`
  .replaceAll(/\/\*[\s\S]*?\*\/|\n\s*/g, '\n')
  .replaceAll(/\n+/g, '\n');
const policy = [
  "default-src 'none'",
  `script-src '${hashOf(script)}'`,
  `style-src '${hashOf(style)}'`,
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
// As comments in the template, so that nobody who formats it changes a byte of what the policy names.
const parts: Record<string, string> = {
  '%policy%': policy,
  '<!-- %style% -->': `<style>${style}</style>`,
  '<!-- %script% -->': `<script type="application/json" id="pinned">null</script>\n    <script>${script}</script>`,
};
const page = read('src/ledger/verify-page/page.html')
  .replaceAll(/\{(\w+)\}/g, (_, key: string) =>
    ['zh-CN', 'en'].map((locale) => `<span lang="${locale}">${word(locale, key)}</span>`).join(''),
  )
  .replaceAll(/%([\w-]+):(\w+)%/g, (_, locale: string, key: string) => word(locale, key))
  .replaceAll(/%policy%|<!-- %\w+% -->/g, (place) => parts[place] ?? '');
writeFileSync(join(root, 'src/routes/verify/page.built.html'), page);

async function bundle(entry: string): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: ['chrome107', 'safari15'],
      minify: true,
      lib: { entry: join(root, entry), formats: ['iife'], name: 'verify' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('the page was not built');
  // "</script" inside a text would end the script early.
  return output.output[0].code.trim().replaceAll('</', '<\\/');
}

function word(locale: string, key: string): string {
  const text = words[locale]?.[key];
  if (text === undefined) throw new Error(`no word ${key} in ${locale}`);
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
