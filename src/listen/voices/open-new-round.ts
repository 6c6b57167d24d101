import { newId } from '#foundation/ids.ts';
import type { Act } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import { momentOf } from './moment-of.ts';
import { moveVoice } from './move-voice.ts';
import { raiseToStreet } from './raise-to-street.ts';
import { setDueDate } from './set-due-date.ts';
import { tell } from './tell.ts';
import type { Voice } from './voice.ts';
import { answerDue } from './voice-clock.ts';

/**
 * Not solved: a new round with a fresh date. The first time another owner has to be found, the second time it goes one
 * level up. The closing of the round before stays in the record, and the voice counts as open again (V8).
 */
export async function openNewRound(
  act: Act,
  viewer: Viewer,
  voice: Voice,
  { reason, byReporter }: { reason: string | null; byReporter: boolean },
): Promise<void> {
  const round = voice.round + 1;
  const row = newId(act.now);
  await act.trx
    .insertInto('voice_reopenings')
    .values({
      community_id: voice.communityId,
      id: row,
      voice_id: voice.id,
      round,
      reason,
      by_reporter: byReporter,
      reopened_at: act.now,
      reopened_by: viewer.personId,
    })
    .execute();
  const dueAt = answerDue((await momentOf(act)).calendar, act.now);
  await setDueDate(act, viewer, voice, { kind: 'reopened', round, dueAt, reason: null });
  const again = voice.reopenings > 0 && voice.level === 'community';
  const street = again ? await raiseToStreet(act, viewer, voice, { cause: 'reopened_again' }) : null;
  const set = { ...street?.set, round, due_at: dueAt, owner_id: null, answered_at: null, closed_at: null };
  await moveVoice(act, viewer, voice, { event: 'reopened', to: 'reopened', set, row, data: { round } });
  await tell(act, voice, 'reopened');
}
