import { z } from 'zod';
import { Invalid, Missing, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from './inputs.ts';
import { loadVoice, reachVoice, type VoiceRef } from './load-voice.ts';
import { putIntoCase } from './put-into-case.ts';
import { signedIn } from './signed-in.ts';
import { tell } from './tell.ts';
import type { Voice } from './voice.ts';
import { whyNotMerge, whyNotMergeInto } from './why-not-handle.ts';

/** `into`: the number of the voice that leads the shared matter. */
export const mergeVoiceInput = z.object({ into: words(20) });
export type MergeVoice = z.infer<typeof mergeVoiceInput>;

/** Several people said the same: one matter, and every voice keeps its receipt, its notices and its own confirmation. */
export async function mergeVoice(viewer: Viewer, ref: VoiceRef, input: MergeVoice, how?: How): Promise<{ number: string; into: string }> {
  return perform({ actor: actorKey(viewer), verb: 'voice.merge', input: [ref, input] }, how, async (act) => {
    const { voice, target } = await reachBoth(act, viewer, ref, input.into);
    refuseIf(whyNotMerge(voice, viewer));
    refuseIf(whyNotMergeInto(voice, target));
    await putIntoCase(act, viewer, voice, target, signedIn(viewer));
    await tell(act, { communityId: voice.communityId, id: voice.id }, 'merged');
    return { number: voice.number, into: target.number };
  });
}

/**
 * Locks both in the order of their ids, so that two crossing merges wait for each other instead of dying. Whoever may not
 * merge hears that before anything is said about the other number.
 */
async function reachBoth(act: Act, viewer: Viewer, ref: VoiceRef, into: string): Promise<{ voice: Voice; target: Voice }> {
  const own = await loadVoice(act.trx, viewer, ref);
  if (!own) throw new Missing();
  refuseIf(whyNotMerge(own, viewer));
  const found = await loadVoice(act.trx, viewer, { communityId: ref.communityId, number: into });
  if (!found) throw new Invalid([{ field: 'into', code: 'input.not-found' }]);
  if (found.id < own.id) await reachVoice(act.trx, viewer, { communityId: ref.communityId, id: found.id });
  const voice = await reachVoice(act.trx, viewer, ref);
  return { voice, target: await reachVoice(act.trx, viewer, { communityId: ref.communityId, id: found.id }) };
}
