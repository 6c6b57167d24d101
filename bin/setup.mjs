// Prepares a checkout: packages, words, types and, with --build, the pages. Runs on any Node ≥ 20 before anything is
// installed, and does nothing the second time.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
process.chdir(root);
const npm = process.env.npm_execpath;
const stamps = 'node_modules/.cache/huiyin-setup.json';
if (Number(process.versions.node.split('.')[0]) < 20) stop('Huiyin needs Node 20 or newer.');

const lock = fingerprint(['package-lock.json']);
if (!existsSync('node_modules/.package-lock.json') || read().lock !== lock) {
  say('Installing packages (once; a minute or two)');
  // Not `npm ci`: it refuses a lock file that lacks optional packages for other platforms. --no-save keeps the lock as it is.
  const args = ['install', '--no-save', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund'];
  if (npm) run(process.execPath, [npm, ...args]);
  else run('npm', args);
  write({ lock });
}
const node = join(root, 'node_modules/.bin', process.platform === 'win32' ? 'node.exe' : 'node');
const runtime = existsSync(node) ? node : process.execPath;

const words = fingerprint(['words', 'project.inlang/settings.json', 'bin/words.ts']);
if (!existsSync('src/words/messages.js') || read().words !== words) {
  say('Preparing the words in both languages');
  run(runtime, ['bin/words.ts']);
  write({ words });
}

const checking = fingerprint(
  ['src/ledger', 'src/foundation/commitments', 'src/ui/tokens.css', 'words/verify', 'words/foundation', 'bin/verify-page.ts'],
  /\.test\.ts$/,
);
if (!existsSync('src/routes/verify/page.built.html') || read().checking !== checking) {
  say('Preparing the page that checks receipts');
  run(runtime, ['bin/verify-page.ts']);
  write({ checking });
}
if (!existsSync('node_modules/$app/tsconfig.json')) run(runtime, ['node_modules/@sveltejs/kit/svelte-kit.js', 'sync']);

const pages = fingerprint(['src', 'static', 'db/schema.ts', 'vite.config.ts', 'package-lock.json'], /\.test\.ts$|^words$/) + words;
if (process.argv.includes('--build') && (!existsSync('build/handler.js') || read().pages !== pages)) {
  say('Building the pages (once; half a minute)');
  run(runtime, ['node_modules/vite/bin/vite.js', 'build', '--logLevel=error']);
  write({ pages });
}

function fingerprint(paths, except = /^$/) {
  const hash = createHash('sha256');
  const visit = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).toSorted()) if (!except.test(name)) visit(join(path, name));
    } else hash.update(path).update(readFileSync(path));
  };
  paths.forEach(visit);
  return hash.digest('hex');
}

function read() {
  return existsSync(stamps) ? JSON.parse(readFileSync(stamps, 'utf8')) : {};
}

function write(stamp) {
  const all = { ...read(), ...stamp };
  mkdirSync('node_modules/.cache', { recursive: true });
  writeFileSync(stamps, JSON.stringify(all));
}

function run(command, args) {
  try {
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_ENV: '' } });
  } catch {
    stop(`This step did not finish: ${args.join(' ')}. The lines above say why.`);
  }
}

function say(sentence) {
  console.log(`· ${sentence} …`);
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
