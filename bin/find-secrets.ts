import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

// Looks for secrets that lie about in the tree (S4): keys by their form, and long random-looking values beside a name
// such as "password". One line a finding; ends with 1 when there is any. `node bin/find-secrets.ts [file …]`.

const forms: [string, RegExp][] = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----|AGE-SECRET-KEY-1[0-9A-Z]{20}/u],
  ['a signing key', /PRIVATE\+KEY\+[\w.\-/]+\+[0-9a-f]{8}\+[\w+/=]{20}/u],
  ['an access token of Huiyin', /\bhuiyin_[\w-]{43}\b/u],
  ['a token of a code host', /\b(?:gh[pousr]_\w{36}|github_pat_\w{22}|glpat-[\w-]{20})/u],
  ['a token of a package registry', /\bnpm_\w{36}\b|_authToken\s*=\s*\S{8}/u],
  ['a key of a cloud', /\b(?:AKIA|ASIA|LTAI)[0-9A-Za-z]{12,20}\b|\bAIza[\w-]{35}\b|\bAKID\w{13,40}\b/u],
  ['a signed token', /\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{20,}/u],
  [
    'a database address with a password',
    /postgres(?:ql)?:\/\/[^\s:/@'"`]+:(?!password@|\$\{)[^\s@'"`]{6,}@(?!localhost|127\.0\.0\.1|host)/u,
  ],
];
const named = /(?:secret|passw(?:or)?d|token|api_?key|private_?key)['"]?\s*[:=]\s*['"`]([\w+/=.-]{20,})['"`]/giu;
/** Bits a character above which a value is drawn rather than written; words lie near 3.5, random base64 near 5. */
const drawn = 4.3;
const notText = /\.(?:png|jpe?g|webp|gif|woff2?|ttf|otf|pdf|xlsx|ico)$/u;
const allowed = /\bno-secret\b/u;

const files = process.argv.length > 2 ? process.argv.slice(2) : tracked();
const findings = files.filter(isReadable).flatMap((file) => findIn(file, readFileSync(file, 'utf8')));
for (const finding of findings) console.error(finding);
if (findings.length > 0) process.exitCode = 1;

/** What is or will be committed: everything git knows or doesn't ignore. */
function tracked(): string[] {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8', maxBuffer: 1e8 });
  return list.split('\0').filter((file) => file !== '' && !file.startsWith('node_modules/') && file !== 'package-lock.json');
}

function isReadable(file: string): boolean {
  return !notText.test(file) && (statSync(file, { throwIfNoEntry: false })?.isFile() ?? false);
}

function findIn(file: string, text: string): string[] {
  return text.split('\n').flatMap((line, at) => {
    if (allowed.test(line)) return [];
    const form = forms.find(([, pattern]) => pattern.test(line))?.[0];
    const value = [...line.matchAll(named)].map((found) => found[1] ?? '').find((one) => entropyOf(one) > drawn);
    const what = form ?? (value && 'a random value under a telling name');
    return what ? [`${file}:${at + 1}: ${what}`] : [];
  });
}

/** Shannon entropy in bits a character. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const sign of text) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}
