import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';
import { splitFromCase } from './split-from-case.ts';
import { tell } from './tell.ts';
import { whyNotSplit } from './why-not-handle.ts';

export const splitVoiceInput = z.object({});
export type SplitVoice = z.infer<typeof splitVoiceInput>;

/** It was not the same matter after all: both speakers hear of it. */
export async function splitVoice(viewer: Viewer, ref: VoiceRef, input: SplitVoice, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'voice.split', input: [ref, input] }, how, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    refuseIf(whyNotSplit(voice, viewer));
    const lead = await splitFromCase(act, viewer, voice);
    if (lead) await tell(act, { communityId: lead.communityId, id: lead.id }, 'parted');
    return { number: voice.number };
  });
}
