import { newId } from '#foundation/ids.ts';
import type { Act } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import type { Voice } from './voice.ts';

type NewDate = { kind: 'extended' | 'scheduled' | 'reopened'; round: number; dueAt: Date; reason: string | null };

/** Every due date is a row with who and why; the voice carries the newest (V7). Returns the row's id. */
export async function setDueDate({ trx, now }: Act, viewer: Viewer, voice: Voice, date: NewDate): Promise<string> {
  const id = newId(now);
  await trx
    .insertInto('voice_deadlines')
    .values({
      community_id: voice.communityId,
      id,
      voice_id: voice.id,
      round: date.round,
      kind: date.kind,
      due_at: date.dueAt,
      reason: date.reason,
      set_at: now,
      set_by: viewer.personId,
    })
    .execute();
  return id;
}
