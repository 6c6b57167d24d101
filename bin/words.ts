import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '@inlang/paraglide-js';
import ts from 'typescript';

// Turns words/*/{zh-CN,en}.json into typed functions under src/words.

const words = join(import.meta.dirname, '../words');
const made = join(import.meta.dirname, '../src/words');

await compile({
  project: './project.inlang',
  outdir: './src/words',
  strategy: ['globalVariable', 'baseLocale'],
  outputStructure: 'locale-modules',
  emitGitIgnore: false,
  isServer: "typeof window === 'undefined'",
});
declareRuntime();
declareMessages();
// The compiler leaves timers behind that would hold the process for half a minute.
process.exit(0);

/** The few files that stay the same; for the messages the compiler's own declarations take five times as long as all the rest. */
function declareRuntime(): void {
  const files = ['runtime.js', 'server.js', 'registry.js'].map((name) => join(made, name));
  const options = { allowJs: true, declaration: true, emitDeclarationOnly: true, skipLibCheck: true, noLib: true, types: [], outDir: made };
  ts.createProgram(files, options).emit();
}

/** A message without slots can be said as it is; one with slots needs all of them. */
function declareMessages(): void {
  const rooms = readdirSync(words).filter((room) => room !== 'verify');
  const texts = rooms.flatMap((room) => Object.entries<string>(JSON.parse(readFileSync(join(words, room, 'zh-CN.json'), 'utf8'))));
  const lines = texts.map(([key, text]) => {
    const slots = [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((found) => `'${found[1]}'`))].toSorted();
    return `export declare const ${key}: ${slots.length === 0 ? 'Plain' : `Filled<${slots.join(' | ')}>`};`;
  });
  const head = `import type { LocalizedString } from '../runtime.js';
type Options = { locale?: 'zh-CN' | 'en' };
type Plain = (inputs?: {}, options?: Options) => LocalizedString;
type Filled<Slots extends string> = (inputs: { [slot in Slots]: NonNullable<unknown> }, options?: Options) => LocalizedString;
`;
  for (const locale of ['en', 'zh-CN']) rmSync(join(made, 'messages', `${locale}.d.ts`), { force: true });
  writeFileSync(join(made, 'messages/_index.d.ts'), `${head}${lines.join('\n')}\n`);
  const both = "export * from './messages/_index.js';\nexport * as m from './messages/_index.js';\n";
  writeFileSync(join(made, 'messages.d.ts'), both);
}
