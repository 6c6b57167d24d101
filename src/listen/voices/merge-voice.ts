import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Invalid, Missing, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from './inputs.ts';
import { loadVoice, reachVoice, type VoiceRef } from './load-voice.ts';
import { moveVoice } from './move-voice.ts';
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
    const caseId = target.caseId ?? (await openCase(act, viewer, target));
    const row = newId(act.now);
    await act.trx
      .insertInto('voice_merges')
      .values({
        community_id: voice.communityId,
        id: row,
        voice_id: voice.id,
        case_id: caseId,
        merged_at: act.now,
        merged_by: signedIn(viewer),
      })
      .execute();
    await moveVoice(act, viewer, target, { event: 'joined', set: { case_id: caseId }, data: { number: voice.number } });
    const leaves = { case_id: caseId, owner_id: null };
    await moveVoice(act, viewer, voice, { event: 'merged', to: 'merged', set: leaves, row, data: { number: target.number } });
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

async function openCase({ trx, now }: Act, viewer: Viewer, lead: Voice): Promise<string> {
  const id = newId(now);
  await trx
    .insertInto('cases')
    .values({ community_id: lead.communityId, id, lead_voice_id: lead.id, created_at: now, created_by: signedIn(viewer) })
    .execute();
  return id;
}
