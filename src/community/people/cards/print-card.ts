import { z } from 'zod';
import { hashPassword, invitationCode, plainCode } from '#foundation/secrets/index.ts';
import { Invalid, Missing, Refused, refuseIf } from '#foundation/refusal.ts';
import { newId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { id, line } from '../inputs.ts';
import { keepPerson } from '../personal-data/keep-person.ts';
import { readPersonalData } from '../personal-data/read-personal-data.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { prefixLength } from '../sign-in/enter-invitation-code.ts';
import { makeResident } from '../sign-in/make-resident.ts';
import { actorKey, type Viewer } from '../viewer.ts';
import { whyNotPrintCard } from './why-not-print-card.ts';

const cardLives = 365 * 86_400_000;

/** A new household's card: `name` and, if known, the `household` as its address is said. Or a new card in place of a lost one: `personId`. */
export const printCardInput = z
  .object({ personId: id.optional(), name: line(60).optional(), household: line(120).optional() })
  .refine((input) => input.personId ?? input.name, { path: ['name'], message: 'input.needed' });
export type PrintCard = z.infer<typeof printCardInput>;
export type PrintedCard = { cardId: string; personId: string; name: string; household: string | null; code: string; expiresAt: Date };

/**
 * Makes a card with which a resident signs in without a phone: one household, twelve characters, a year. Older cards of
 * the same person stop working. The code is in the answer and nowhere else. Throws Refused by `whyNotPrintCard`,
 * Invalid when the household isn't known here.
 */
export async function printCard(viewer: Viewer, communityId: number, input: PrintCard, how?: How): Promise<PrintedCard> {
  const code = await freshCode(communityId);
  const hash = await hashPassword(plainCode(code));
  let card: PrintedCard | null = null;
  await perform({ actor: actorKey(viewer), verb: 'card.print', input: [communityId, input] }, how, async (act) => {
    const holder = input.personId ? await findHolder(act, communityId, input.personId) : null;
    refuseIf(whyNotPrintCard(viewer, communityId, holder));
    const person = holder ?? (await makeHolder(act, viewer, communityId, input));
    await act.trx
      .updateTable('invitations')
      .set({ revoked_at: act.now, revoked_by: viewer.personId })
      .where('community_id', '=', communityId)
      .where('person_id', '=', person.personId)
      .where('revoked_at', 'is', null)
      .execute();
    const cardId = newId(act.now);
    const expiresAt = new Date(act.now.getTime() + cardLives);
    await act.trx
      .insertInto('invitations')
      .values({
        community_id: communityId,
        id: cardId,
        person_id: person.personId,
        code_prefix: plainCode(code).slice(0, prefixLength),
        code_hash: hash,
        created_at: act.now,
        created_by: viewer.personId ?? '',
        expires_at: expiresAt,
      })
      .execute();
    await recordSecurityEvent(act, {
      name: 'card.printed',
      personId: person.personId,
      actorId: viewer.personId,
      communityId,
      data: { cardId },
    });
    const name = holder ? await nameOn(act, viewer, communityId, person.personId) : (input.name ?? '');
    card = { cardId, personId: person.personId, name, household: person.household, code, expiresAt };
    return { cardId };
  });
  if (card === null) throw new Refused('card.already-printed');
  return card;
}

/** A code whose first characters find no other card of this community. */
async function freshCode(communityId: number): Promise<string> {
  for (;;) {
    const code = invitationCode();
    const taken = await database()
      .selectFrom('invitations')
      .select('id')
      .where('community_id', '=', communityId)
      .where('code_prefix', '=', plainCode(code).slice(0, prefixLength))
      .executeTakeFirst();
    if (!taken) return code;
  }
}

async function findHolder({ trx }: Act, communityId: number, personId: string) {
  const person = await trx
    .selectFrom('people')
    .innerJoin('roles', 'roles.person_id', 'people.id')
    .leftJoin('passwords', 'passwords.person_id', 'people.id')
    .leftJoin('places', (join) => join.onRef('places.community_id', '=', 'roles.community_id').onRef('places.id', '=', 'roles.place_id'))
    .select(['people.id as personId', 'people.phone_index', 'passwords.hash', 'places.full_name as household'])
    .where('people.id', '=', personId)
    .where('people.ended_at', 'is', null)
    .where('roles.community_id', '=', communityId)
    .where('roles.role', '=', 'resident')
    .where('roles.ended_at', 'is', null)
    .executeTakeFirst();
  if (!person) throw new Missing();
  const { phone_index: phone, hash, ...holder } = person;
  return { ...holder, hasOtherWayIn: phone !== null || hash !== null };
}

async function nameOn(act: Act, viewer: Viewer, communityId: number, personId: string): Promise<string> {
  const look = { communityId, table: 'people', ids: [personId], fields: ['name'], purpose: 'card' } as const;
  return (await readPersonalData(act, viewer, look)).get(personId)?.name ?? '';
}

async function makeHolder(act: Act, viewer: Viewer, communityId: number, input: PrintCard) {
  const place = input.household
    ? await act.trx
        .selectFrom('places')
        .select(['id', 'full_name'])
        .where('community_id', '=', communityId)
        .where('full_name', '=', input.household)
        .where('ended_at', 'is', null)
        .executeTakeFirst()
    : null;
  if (input.household && !place) throw new Invalid([{ field: 'household', code: 'card.household-unknown' }]);
  const personId = await keepPerson(act, { name: input.name ?? '', published: false, createdBy: viewer.personId });
  await makeResident(act, communityId, personId, { by: viewer.personId, placeId: place?.id ?? null });
  return { personId, household: place?.full_name ?? null };
}
