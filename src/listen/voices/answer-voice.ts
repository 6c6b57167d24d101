import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { day, words } from './inputs.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';
import { moveVoice } from './move-voice.ts';
import { signedIn } from './signed-in.ts';
import { tell } from './tell.ts';
import { whyNotAnswer } from './why-not-handle.ts';

/** A text the resident can understand: what was done, what comes next and when. */
export const answerVoiceInput = z.object({ words: words(2000), nextStep: words(300).optional(), nextDay: day.optional() });
export type AnswerVoice = z.infer<typeof answerVoiceInput>;

/** The owner answers; the verdict "late" is frozen against the due date of this moment and the original one is kept. */
export async function answerVoice(viewer: Viewer, ref: VoiceRef, input: AnswerVoice, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'voice.answer', input: [ref, input] }, how, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    refuseIf(whyNotAnswer(voice, viewer));
    const row = newId(act.now);
    await act.trx
      .insertInto('voice_answers')
      .values({
        community_id: voice.communityId,
        id: row,
        voice_id: voice.id,
        round: voice.round,
        words: input.words,
        next_step: input.nextStep ?? null,
        next_day: input.nextDay ?? null,
        answered_at: act.now,
        answered_by: signedIn(viewer),
        due_at: voice.dueAt,
        original_due_at: voice.originalDueAt,
        late: act.now > voice.dueAt,
      })
      .execute();
    await moveVoice(act, viewer, voice, { event: 'answered', to: 'answered', set: { answered_at: act.now }, row });
    await tell(act, voice, 'answered');
    return { number: voice.number };
  });
}
