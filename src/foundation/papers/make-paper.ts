/** Papers people hold in their hands: receipts, letters, notices. One way to make them all, from a template and its texts. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { takeTurns } from '../secrets/take-turns.ts';
import type { PaperName, Papers } from './papers.ts';

// A compiler takes 70 MB while it works: one at a time, in a process that ends afterwards and gives all of it back.
const inTurn = takeTurns(1);
const patience = 30_000;

/** Sets `data` into papers/`name`.typ. Returns a PDF with its fonts inside. Throws when the template doesn't fit the data. */
export function makePaper<Name extends PaperName>(name: Name, data: Papers[Name]): Promise<Buffer> {
  return inTurn(() => compile(JSON.stringify({ name, data })));
}

function compile(order: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const script = join(projectRoot(), 'src/foundation/papers/compile-paper.ts');
    // It sees nothing of our settings and secrets: a template is all it works with.
    const child = spawn(process.execPath, [script], { env: {}, timeout: patience, stdio: ['pipe', 'pipe', 'pipe'] });
    const pages: Buffer[] = [];
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => pages.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(Buffer.concat(pages));
      else reject(new Error(`the paper could not be made: ${complaint || 'it took too long'}`));
    });
    child.stdin.on('error', () => {});
    child.stdin.end(order);
  });
}

/** Where papers/ lies: this file runs as it is, and bundled into build/. */
function projectRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'papers/fonts'))) {
    if (folder === dirname(folder)) throw new Error('the folder papers/ is not here');
    folder = dirname(folder);
  }
  return folder;
}
