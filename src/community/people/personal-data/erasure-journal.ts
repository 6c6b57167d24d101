import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { installation } from '#foundation/server/installation.ts';

// The journal of erasures lies beside the keys, not in the database: a restored back-up knows nothing of what was erased
// after it was made, the journal does. One JSON line each, identifiers only.

/** `subjectId`: the voice, the person, the visit or the sealed note (both `visit`). `photos`: whose files go. `at`: when, ISO. */
export type Erasure = { communityId: number; about: 'voice' | 'person' | 'visit'; subjectId: string; photos: string[]; at: string };

const line = z.object({
  communityId: z.int(),
  about: z.enum(['voice', 'person', 'visit']),
  subjectId: z.uuid(),
  photos: z.array(z.uuid()),
  at: z.iso.datetime(),
});

/** All that was ever erased here, oldest first. A line torn by a power cut is left out: it was never confirmed. */
export async function readErasures(): Promise<Erasure[]> {
  const text = await readFile(journal(), 'utf8').catch(emptyWhenAbsent);
  return text.split('\n').flatMap((written) => {
    const parsed = line.safeParse(readJson(written));
    return parsed.success ? [parsed.data] : [];
  });
}

/** Appends and waits until it is on the disk. */
export async function appendErasures(erasures: readonly Erasure[]): Promise<void> {
  if (erasures.length === 0) return;
  await mkdir(dirname(journal()), { recursive: true, mode: 0o700 });
  const file = await open(journal(), 'a', 0o600);
  try {
    // Begins on a line of its own even after a torn one.
    await file.appendFile(erasures.map((one) => `\n${JSON.stringify(one)}`).join('') + '\n');
    await file.sync();
  } finally {
    await file.close();
  }
}

function journal(): string {
  return join(installation().settings.HUIYIN_KEYS, 'erasures.jsonl');
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function emptyWhenAbsent(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
  throw error;
}
