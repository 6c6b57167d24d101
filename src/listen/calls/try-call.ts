import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Invalid, Missing, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { followUpVoice, reachDuty, signedIn, whyNotFinishDuty, whyNotFollowUp, reachVoice } from '#listen/voices/index.ts';
import { reachCall } from './load-call.ts';
import { whyNotRing } from './why-not-call.ts';

/** `about`: a missed call, a message to bring, or asking after an answer; `id`: of the call, the delivery or the voice. */
export const tryCallInput = z
  .object({
    about: z.enum(['call', 'duty', 'answer'], 'input.choose'),
    id: z.uuid('input.not-found'),
    outcome: z.enum(['not_reached', 'again'], 'input.choose'),
    againAt: z.iso.datetime({ offset: true, error: 'input.not-a-time' }).optional(),
  })
  .superRefine(({ outcome, againAt }, context) => {
    if (outcome === 'again' && !againAt) context.addIssue({ code: 'custom', path: ['againAt'], message: 'input.not-a-time' });
  });
export type TryCall = z.infer<typeof tryCallInput>;

/**
 * Nobody picked up, or they asked to be called at another time. The duty stays, its date stays; the list puts it where it
 * was asked for. Asking after an answer in vain is a follow-up like any other. Throws Missing, Refused, Invalid.
 */
export async function tryCall(viewer: Viewer, communityId: number, input: TryCall, how?: How): Promise<{ id: string }> {
  return perform({ actor: actorKey(viewer), verb: 'call.try', input: [communityId, input] }, how, async (act) => {
    const again = input.outcome === 'again' && input.againAt ? new Date(input.againAt) : null;
    if (again && again <= act.now) throw new Invalid([{ field: 'againAt', code: 'call.again-past' }]);
    const about = await mayTry(act, viewer, communityId, input);
    if (input.about === 'answer' && !again) {
      const followUp = { way: 'phone', outcome: 'not_reached' } as const;
      await followUpVoice(viewer, { communityId, id: input.id }, followUp, { within: act });
      return { id: input.id };
    }
    await act.trx
      .insertInto('call_tries')
      .values({
        community_id: communityId,
        id: newId(act.now),
        ...about,
        outcome: input.outcome,
        again_at: again,
        tried_at: act.now,
        tried_by: signedIn(viewer),
      })
      .execute();
    return { id: input.id };
  });
}

async function mayTry({ trx }: Act, viewer: Viewer, communityId: number, { about, id }: TryCall) {
  const ref = { communityId, id };
  if (about === 'call') {
    refuseIf(whyNotRing(await reachCall(trx, viewer, ref), viewer));
    return { call_id: id };
  }
  if (about === 'answer') {
    refuseIf(whyNotFollowUp(await reachVoice(trx, viewer, ref), viewer));
    return { voice_id: id };
  }
  const duty = await reachDuty(trx, viewer, communityId, id);
  refuseIf(whyNotFinishDuty(duty.voice, viewer));
  if (duty.doneAt) throw new Missing();
  return { delivery_id: id };
}
