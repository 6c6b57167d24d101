import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { closeConfirmed } from './close-confirmed.ts';
import { rating, words } from './inputs.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';
import { moveVoice } from './move-voice.ts';
import { openNewRound } from './open-new-round.ts';
import { settleDuties } from './settle-duties.ts';
import { signedIn } from './signed-in.ts';
import { whyNotFollowUp } from './why-not-verdict.ts';

export const followUpWays = ['phone', 'visit', 'paper', 'sms'] as const;
export const followUpOutcomes = ['solved', 'not_solved', 'not_reached', 'would_not_say'] as const;

/** `rating` is asked for when it is solved. `note`: what the resident said, among staff. */
export const followUpVoiceInput = z
  .object({
    way: z.enum(followUpWays, 'input.choose'),
    outcome: z.enum(followUpOutcomes, 'input.choose'),
    rating: rating.optional(),
    note: words(1000).optional(),
  })
  .superRefine((input, context) => {
    if (input.outcome === 'solved' && input.rating === undefined) {
      context.addIssue({ code: 'custom', path: ['rating'], message: 'voice.rating-needed' });
    }
  });
export type FollowUpVoice = z.infer<typeof followUpVoiceInput>;

/** Somebody other than the owner asks whether it is solved (V4): yes closes, no opens it again, the rest is one more try. */
export async function followUpVoice(viewer: Viewer, ref: VoiceRef, input: FollowUpVoice, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'voice.follow_up', input: [ref, input] }, how, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    refuseIf(whyNotFollowUp(voice, viewer));
    const caller = signedIn(viewer);
    const note = input.note ?? null;
    const row = newId(act.now);
    await act.trx
      .insertInto('voice_follow_ups')
      .values({
        community_id: voice.communityId,
        id: row,
        voice_id: voice.id,
        round: voice.round,
        way: input.way,
        outcome: input.outcome,
        note,
        tried_at: act.now,
        tried_by: caller,
      })
      .execute();
    await moveVoice(act, viewer, voice, { event: 'followed_up', row, data: { way: input.way, outcome: input.outcome } });
    if (input.outcome !== 'not_reached') await settleDuties(act, voice, caller);
    if (input.outcome === 'not_solved') await openNewRound(act, viewer, voice, { reason: note, byReporter: false });
    if (input.outcome === 'solved' && input.rating !== undefined) {
      await closeConfirmed(act, viewer, voice, { by: input.way, recordedBy: caller, rating: input.rating, words: null });
    }
    return { number: voice.number };
  });
}
