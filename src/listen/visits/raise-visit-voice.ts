import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, phone, type Viewer } from '#community/people/index.ts';
import { kinds, words, type NewPhoto } from '#listen/voices/index.ts';
import { reachVisit } from './load-visit.ts';
import { raiseAsked } from './raise-asked.ts';
import type { VisitRef } from './visit.ts';
import { whyNotRaise } from './why-not-visit.ts';

export const raiseVisitVoiceInput = z.object({
  words: words(2000),
  kind: z.enum(kinds, 'input.choose').default('help_request'),
  anonymous: z.boolean().default(false),
  name: words(60).optional(),
  phone: phone.optional(),
});
export type RaiseVisitVoice = z.infer<typeof raiseVisitVoiceInput>;

/** Something else that was asked at a visit becomes a voice, before the visit is closed (H4). Throws Missing, Refused. */
export async function raiseVisitVoice(
  viewer: Viewer,
  ref: VisitRef,
  input: RaiseVisitVoice,
  photos: NewPhoto[] = [],
  how?: How,
): Promise<{ visitId: string; number: string }> {
  const fingerprint = [ref, input, photos.map(({ sha256 }) => sha256)];
  return perform({ actor: actorKey(viewer), verb: 'visit.raise_voice', input: fingerprint }, how, async (act) => {
    const visit = await reachVisit(act.trx, viewer, ref);
    refuseIf(whyNotRaise(visit));
    const { words: said, kind, ...rest } = input;
    const asked = { householdId: visit.householdId, asked: [{ words: said, kind }], ...rest, photos, at: visit.at };
    const [number = ''] = await raiseAsked(act, viewer, ref, asked);
    await act.trx
      .updateTable('visits')
      .set({ asks: Math.max(visit.asks, visit.voices + 1) })
      .where('community_id', '=', ref.communityId)
      .where('id', '=', ref.id)
      .execute();
    return { visitId: ref.id, number };
  });
}
