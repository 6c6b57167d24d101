import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Refused, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import {
  actingRole,
  actorKey,
  erasePersonData,
  eraseVoiceData,
  finishErasures,
  servesAnywhere,
  type Erasure,
  type Viewer,
} from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import type { DataRequest } from './data-request.ts';
import { stopUses } from './stop-uses.ts';
import { reachRequest, type RequestRef } from './load-request.ts';
import { recordDecision } from './record-decision.ts';
import { whyNotDecide } from './why-not-request.ts';

/** `reason` is told to the one who asked; a refusal without one isn't a refusal. */
export const decideDataRequestInput = z
  .object({ outcome: z.enum(['done', 'refused'], 'input.choose'), reason: words(1000).optional() })
  .refine((input) => input.outcome === 'done' || input.reason, { path: ['reason'], message: 'input.needed' });
export type DecideDataRequest = z.infer<typeof decideDataRequestInput>;

/**
 * The office does what was asked, or says why not. Erasing and stopping a use happen here and now, in the same
 * transaction; seeing, copying and correcting were done before, by their own commands. Throws Missing, Refused.
 */
export async function decideDataRequest(
  viewer: Viewer,
  ref: RequestRef,
  input: DecideDataRequest,
  how?: How,
): Promise<{ requestId: string }> {
  const intent = { actor: actorKey(viewer), verb: 'data_request.decide', input: [ref, input] };
  const { requestId, erased } = await perform(intent, how, async (act) => {
    const request = await reachRequest(act.trx, viewer, ref);
    refuseIf(whyNotDecide(request, viewer));
    const gone = input.outcome === 'done' ? await carryOut(act, viewer, request) : [];
    await recordDecision(act, viewer, request, { id: newId(act.now), outcome: input.outcome, reason: input.reason ?? null });
    return { requestId: request.id, erased: gone };
  });
  if (!how?.within) await finishErasures(erased);
  return { requestId };
}

async function carryOut(act: Act, viewer: Viewer, request: DataRequest): Promise<Erasure[]> {
  if (request.kind === 'object') await stopUses(act, viewer, request);
  return request.kind === 'erase' ? erase(act, viewer, request) : [];
}

async function erase(act: Act, viewer: Viewer, { communityId, voiceId, personId }: DataRequest): Promise<Erasure[]> {
  const by = { personId: viewer.personId, role: actingRole(viewer, communityId) };
  if (voiceId) {
    const erased = await eraseVoiceData(act, by, communityId, voiceId);
    return erased ? [erased] : [];
  }
  if (!personId) return [];
  if (await servesAnywhere(act, personId)) throw new Refused('data-request.serves');
  return erasePersonData(act, by, communityId, personId);
}
