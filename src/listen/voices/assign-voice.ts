import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { notify } from '#community/notices/index.ts';
import { actorKey, findServing, type Viewer } from '#community/people/index.ts';
import { id } from './inputs.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';
import { moveVoice } from './move-voice.ts';
import type { Voice } from './voice.ts';
import { whyNotAssign, whyNotOwner } from './why-not-handle.ts';

export const assignVoiceInput = z.object({ ownerId: id });
export type AssignVoice = z.infer<typeof assignVoiceInput>;

/** Asks one person to be answerable; the first receiver stays so until that person accepts [law Beijing-hotline 14]. */
export async function assignVoice(viewer: Viewer, ref: VoiceRef, input: AssignVoice, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'voice.assign', input: [ref, input] }, how, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    refuseIf(whyNotAssign(voice, viewer));
    const serving = await findServing(act.trx, voice.communityId, act.now);
    const roles = serving.find((person) => person.personId === input.ownerId)?.roles ?? [];
    refuseIf(whyNotOwner(voice, { personId: input.ownerId, roles }));
    const row = newId(act.now);
    await act.trx
      .insertInto('voice_assignments')
      .values({
        community_id: voice.communityId,
        id: row,
        voice_id: voice.id,
        round: voice.round,
        owner_id: input.ownerId,
        assigned_at: act.now,
        assigned_by: viewer.personId,
      })
      .execute();
    await moveVoice(act, viewer, voice, { event: 'assigned', to: 'assigned', set: { owner_id: input.ownerId }, row });
    if (input.ownerId !== viewer.personId) await tellOwner(act, voice, input.ownerId);
    return { number: voice.number };
  });
}

/** A duty is told at once. What it is about stands on its page, for whoever may read it. */
async function tellOwner(act: Act, voice: Voice, personId: string): Promise<void> {
  const { communityId, number } = voice;
  const about = { kind: 'voice', id: voice.id, number };
  await notify(act, { communityId, personId, topic: 'duty', template: 'voice.assigned', facts: { number }, about });
}
