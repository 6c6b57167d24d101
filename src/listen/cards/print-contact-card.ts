import { z } from 'zod';
import { shanghaiYear } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { whyNotPrint } from './why-not-card.ts';

/**
 * For one household (`householdId`), for all of a building that have no card that counts (`which: missing`), or blank ones
 * to hand out (`blank`, with how many).
 */
export const printContactCardInput = z.object({
  buildingId: z.uuid('input.choose'),
  which: z.enum(['missing', 'blank', 'one'], 'input.choose'),
  householdId: z.uuid('input.not-found').optional(),
  count: z.coerce.number('input.not-usable').int().min(1, 'input.not-usable').max(50, 'input.too-many').default(1),
});
export type PrintContactCard = z.infer<typeof printContactCardInput>;

/**
 * Enters cards in the register, with a number each. A household's new card takes the place of its old one. Throws Refused
 * by `whyNotPrint`, Invalid for a building or household that isn't here.
 */
export async function printContactCard(
  viewer: Viewer,
  communityId: number,
  input: PrintContactCard,
  how?: How,
): Promise<{ cardIds: string[] }> {
  return perform({ actor: actorKey(viewer), verb: 'card.print', input: [communityId, input] }, how, async (act) => {
    refuseIf(whyNotPrint(viewer, communityId));
    await assertBuilding(act, communityId, input.buildingId);
    const households = await householdsFor(act, communityId, input);
    const replaced = await replace(act, viewer, communityId, households);
    const year = shanghaiYear(act.now);
    const first = await nextSerial(act, communityId, year);
    const cards = households.map((householdId, at) => ({
      community_id: communityId,
      id: newId(act.now),
      year,
      serial: first + at,
      building_id: input.buildingId,
      household_id: householdId,
      replaces_id: (householdId && replaced.get(householdId)) ?? null,
      printed_at: act.now,
      printed_by: viewer.personId ?? '',
    }));
    if (cards.length === 0) return { cardIds: [] };
    await act.trx.insertInto('contact_cards').values(cards).execute();
    await recordEvent(act, {
      communityId,
      subjectId: input.buildingId,
      name: 'card.printed',
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
      data: { which: input.which, cards: cards.length },
    });
    return { cardIds: cards.map(({ id }) => id) };
  });
}

async function assertBuilding({ trx }: Act, communityId: number, id: string): Promise<void> {
  const building = await trx
    .selectFrom('places')
    .select('id')
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('level', '=', 'building')
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!building) throw new Invalid([{ field: 'buildingId', code: 'input.not-found' }]);
}

async function householdsFor({ trx }: Act, communityId: number, input: PrintContactCard): Promise<(string | null)[]> {
  if (input.which === 'blank') return Array.from({ length: input.count }, () => null);
  const rows = await trx
    .selectFrom('places')
    .select('places.id')
    .where('places.community_id', '=', communityId)
    .where('places.building_id', '=', input.buildingId)
    .where('places.level', '=', 'household')
    .where('places.ended_at', 'is', null)
    .$if(input.which === 'one', (query) => query.where('places.id', '=', input.householdId ?? null))
    .$if(input.which === 'missing', (query) =>
      query.where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('contact_cards as card')
              .select('card.id')
              .whereRef('card.community_id', '=', 'places.community_id')
              .whereRef('card.household_id', '=', 'places.id')
              .where('card.reissued_at', 'is', null)
              .where('card.returned_at', 'is', null),
          ),
        ),
      ),
    )
    .orderBy('places.full_name')
    .limit(200)
    .execute();
  if (input.which === 'one' && rows.length === 0) throw new Invalid([{ field: 'householdId', code: 'input.not-found' }]);
  return rows.map(({ id }) => id);
}

/** The cards these households hold now end here. Returns which card was whose. */
async function replace(act: Act, viewer: Viewer, communityId: number, households: (string | null)[]): Promise<Map<string, string>> {
  const ids = households.filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const rows = await act.trx
    .updateTable('contact_cards')
    .set({ reissued_at: act.now, reissued_by: viewer.personId })
    .where('community_id', '=', communityId)
    .where('household_id', 'in', ids)
    .where('reissued_at', 'is', null)
    .where('returned_at', 'is', null)
    .returning(['id', 'household_id'])
    .execute();
  return new Map(rows.map((row) => [row.household_id ?? '', row.id]));
}

async function nextSerial({ trx }: Act, communityId: number, year: number): Promise<number> {
  await trx.selectFrom('communities').select('id').where('id', '=', communityId).forNoKeyUpdate().execute();
  const { last } = await trx
    .selectFrom('contact_cards')
    .select((eb) => eb.fn.max<number | null>('serial').as('last'))
    .where('community_id', '=', communityId)
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}
