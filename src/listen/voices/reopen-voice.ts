import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from './inputs.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';
import { momentOf } from './moment-of.ts';
import { openNewRound } from './open-new-round.ts';
import { speaks } from './why-not.ts';
import { whyNotReopen } from './why-not-verdict.ts';

export const reopenVoiceInput = z.object({ reason: words(1000).optional() });
export type ReopenVoice = z.infer<typeof reopenVoiceInput>;

/** Not solved, says the resident or a supervisor; nobody has to say why. */
export async function reopenVoice(viewer: Viewer, ref: VoiceRef, input: ReopenVoice, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'voice.reopen', input: [ref, input] }, how, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    refuseIf(whyNotReopen(voice, viewer, await momentOf(act)));
    await openNewRound(act, viewer, voice, { reason: input.reason ?? null, byReporter: speaks(voice, viewer) });
    return { number: voice.number };
  });
}
