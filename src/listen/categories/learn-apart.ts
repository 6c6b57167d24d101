import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { Example } from './example.ts';
import type { Lesson } from './learn.ts';

const patience = 240_000;
const lesson = z.object({ voices: z.int(), tried: z.int(), right: z.int(), model: z.base64().nullable() });

/** Learns in a process of its own that gives way to everything else and hands all its memory back. */
export async function learnApart(examples: readonly Example[]): Promise<Lesson> {
  // It sees nothing of our settings and secrets.
  const child = spawn(process.execPath, [join(projectRoot(), script)], { env: {}, timeout: patience, stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  child.stdin.on('error', () => {});
  child.stdin.end(JSON.stringify(examples));
  const [said, complaint, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0) throw new Error(`categories could not be learned: ${complaint || 'it took too long'}`);
  const { model, ...figures } = lesson.parse(JSON.parse(said));
  return { ...figures, model: model === null ? null : Buffer.from(model, 'base64') };
}

const script = 'src/listen/categories/learner.ts';

/** Where src/ lies: this file runs as it is, and bundled into build/. */
function projectRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, script))) {
    if (folder === dirname(folder)) throw new Error(`${script} is not here`);
    folder = dirname(folder);
  }
  return folder;
}
