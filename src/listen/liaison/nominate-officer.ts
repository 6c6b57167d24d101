import { z } from 'zod';
import { phoneIndex } from '#foundation/personal/index.ts';
import { newId } from '#foundation/ids.ts';
import { Invalid, Refused, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, keepPerson, phone, type Viewer } from '#community/people/index.ts';
import { findPlaceForVoice } from '#community/places/index.ts';
import { words } from '#listen/voices/index.ts';
import { ways, type Way } from './liaison.ts';
import { reachCall, type LiaisonRef } from './load-call.ts';
import { recordLiaison } from './record-liaison.ts';
import { whyNotNominate } from './why-not-liaison.ts';

/**
 * Oneself, or a neighbour by name and telephone; `placeId`: the building or entrance they would listen in. `shownName`:
 * how one wants to stand on the list, when one nominates oneself.
 */
export const nominateOfficerInput = z
  .object({
    way: z.enum(ways, 'input.choose').default('page'),
    who: z.enum(['self', 'neighbour'], 'input.choose'),
    placeId: z.uuid('input.choose'),
    name: words(60).optional(),
    phone: phone.optional(),
  })
  .superRefine(({ who, way, name, phone: number }, context) => {
    const needs = who === 'neighbour' || way !== 'page';
    if (needs && !name) context.addIssue({ code: 'custom', path: ['name'], message: 'input.needed' });
    if (needs && !number) context.addIssue({ code: 'custom', path: ['phone'], message: 'input.needed' });
    if (!needs && !name) context.addIssue({ code: 'custom', path: ['name'], message: 'input.needed' });
  });
export type NominateOfficer = z.infer<typeof nominateOfficerInput>;

/**
 * Somebody is nominated. Whoever nominates themselves has agreed with it; a neighbour is asked first, by telephone or when
 * they sign in. Throws Missing, Refused by `whyNotNominate` or when they were nominated before, Invalid.
 */
export async function nominateOfficer(
  viewer: Viewer,
  ref: LiaisonRef,
  input: NominateOfficer,
  how?: How,
): Promise<{ nominationId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'liaison.nominate', input: [ref, input] }, how, async (act) => {
    const call = await reachCall(act.trx, ref);
    refuseIf(whyNotNominate(call, viewer, input.way, act.now));
    const place = await findPlaceForVoice(act.trx, call.communityId, input.placeId);
    if (!place) throw new Invalid([{ field: 'placeId', code: 'input.not-found' }]);
    const personId = input.who === 'self' && input.way === 'page' ? (viewer.personId ?? '') : await nominee(act, viewer, input);
    await refuseTwice(act, ref, personId);
    const id = newId(act.now);
    const agreed = input.who === 'self';
    await act.trx
      .insertInto('liaison_nominations')
      .values({
        community_id: call.communityId,
        id,
        call_id: call.id,
        person_id: personId,
        place_id: place.id,
        origin: input.who,
        way: input.way,
        nominated_at: act.now,
        nominated_by: viewer.personId ?? '',
        ...(agreed && { ...agreement(act, input.way, viewer), shown_name: input.name ?? null }),
      })
      .execute();
    await recordLiaison(act, viewer, {
      communityId: call.communityId,
      subjectId: id,
      name: 'nominated',
      data: { call: call.id, origin: input.who, way: input.way },
    });
    return { nominationId: id };
  });
}

/** The columns that say that somebody agreed, by which way, and who noted it. */
export function agreement({ now }: Act, way: Way, viewer: Viewer) {
  return { agreed_at: now, agreed_way: way, agreed_noted_by: way === 'page' ? null : viewer.personId };
}

/** A neighbour who is known by that telephone is that person; otherwise somebody new, of whom only this is kept, sealed. */
async function nominee(act: Act, viewer: Viewer, { name = '', phone: number = '' }: NominateOfficer): Promise<string> {
  const known = await act.trx
    .selectFrom('people')
    .select('id')
    .where('phone_index', '=', phoneIndex(number))
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return known?.id ?? (await keepPerson(act, { name, published: false, phone: number, createdBy: viewer.personId }));
}

async function refuseTwice({ trx }: Act, { communityId, id }: LiaisonRef, personId: string): Promise<void> {
  const before = await trx
    .selectFrom('liaison_nominations')
    .select('id')
    .where('community_id', '=', communityId)
    .where('call_id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (before) throw new Refused('liaison.nominated-already');
}
