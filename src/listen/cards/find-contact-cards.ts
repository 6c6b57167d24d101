import { sql } from 'kysely';
import { database, type Database } from '#foundation/server/database.ts';
import { isId } from '#foundation/ids.ts';
import { Missing } from '#foundation/refusal.ts';
import { formatNumber } from '#foundation/text/yearly-number.ts';
import type { Viewer } from '#community/people/index.ts';
import { cardMonths, type CardRow, type CardStage } from './contact-card.ts';
import { handsOutCards, keepsCards } from './why-not-card.ts';

/** The cards within reach: all for the office, those of the own area for neighbours who serve, none for anybody else. */
export function cards(db: Database, viewer: Viewer, communityId: number) {
  const area = viewer.grants.flatMap(({ role, communityIds, placeId }) =>
    (role === 'liaison_officer' || role === 'building_chief') && communityIds.includes(communityId) && placeId ? [placeId] : [],
  );
  return db
    .selectFrom('contact_cards as card')
    .innerJoin('places as building', (join) =>
      join.onRef('building.community_id', '=', 'card.community_id').onRef('building.id', '=', 'card.building_id'),
    )
    .leftJoin('places as household', (join) =>
      join.onRef('household.community_id', '=', 'card.community_id').onRef('household.id', '=', 'card.household_id'),
    )
    .select(['card.id', 'card.year', 'card.serial', 'card.building_id as buildingId', 'card.printed_at as printedAt'])
    .select(['building.full_name as building', 'household.full_name as household'])
    .select(['card.handed_over_at as handedOverAt', 'card.acknowledged_at as acknowledgedAt'])
    .select(['card.reissued_at as reissuedAt', 'card.returned_at as returnedAt'])
    .where('card.community_id', '=', communityId)
    .$if(!keepsCards(viewer, communityId), (query) => query.where(within(communityId, area)));
}

function within(communityId: number, area: string[]) {
  return sql<boolean>`exists (
    with recursive up as (
      select p.id, p.parent_id from places p
      where p.community_id = ${communityId} and p.id = coalesce(card.household_id, card.building_id)
      union all
      select p.id, p.parent_id from places p join up on p.id = up.parent_id where p.community_id = ${communityId}
    )
    select from up where up.id = any(${area}::uuid[])
  )`;
}

type Steps = { handedOverAt: Date | null; acknowledgedAt: Date | null; reissuedAt: Date | null; returnedAt: Date | null };

export function stageOf({ handedOverAt, acknowledgedAt, reissuedAt, returnedAt }: Steps): CardStage {
  if (returnedAt) return 'returned';
  if (reissuedAt) return 'reissued';
  if (acknowledgedAt) return 'acknowledged';
  return handedOverAt ? 'handed_over' : 'printed';
}

type Wanted = { buildingId?: string | undefined; open?: boolean };

/** Cards, newest first, at most 300. `open`: only those still to be handed over or acknowledged. */
export async function findContactCards(viewer: Viewer, communityId: number, { buildingId, open }: Wanted = {}): Promise<CardRow[]> {
  if (!handsOutCards(viewer, communityId)) return [];
  const rows = await cards(database(), viewer, communityId)
    .select(sql<boolean>`card.printed_at < now() - make_interval(months => ${cardMonths})`.as('renew'))
    .$if(buildingId !== undefined && isId(buildingId), (query) => query.where('card.building_id', '=', buildingId ?? null))
    .$if(open === true, (query) =>
      query.where('card.acknowledged_at', 'is', null).where('card.reissued_at', 'is', null).where('card.returned_at', 'is', null),
    )
    .orderBy('card.year', 'desc')
    .orderBy('card.serial', 'desc')
    .limit(300)
    .execute();
  return rows.map(({ id, year, serial, building, household, printedAt, renew, ...steps }) => {
    const stage = stageOf(steps);
    const counts = stage !== 'reissued' && stage !== 'returned';
    return { id, number: formatNumber(year, serial), building, household, stage, printedAt, renew: renew && counts };
  });
}

export type CardToPrint = { number: string; building: string; buildingId: string; householdId: string | null };

/** One card, for printing: its number and building. Who lives there isn't on it. Throws Missing. */
export async function findContactCard(viewer: Viewer, communityId: number, id: string): Promise<CardToPrint> {
  const row = isId(id)
    ? await cards(database(), viewer, communityId).select('card.household_id as householdId').where('card.id', '=', id).executeTakeFirst()
    : undefined;
  if (!row) throw new Missing();
  const { year, serial, building, buildingId, householdId } = row;
  return { number: formatNumber(year, serial), building, buildingId, householdId };
}

/** How many households of each building have a card that counts and was handed over; of those that have none, how many. */
export type CardCoverage = { buildingId: string; building: string; households: number; without: number; toRenew: number };

export async function findCardCoverage(communityId: number): Promise<CardCoverage[]> {
  const { rows } = await sql<CardCoverage>`
    select building.id as "buildingId", building.full_name as building, count(home.id)::int as households,
      (count(home.id) filter (where card.handed_over_at is null))::int as without,
      (count(card.id) filter (where card.printed_at < now() - make_interval(months => ${cardMonths})))::int as "toRenew"
    from places building
    left join places home on home.community_id = building.community_id and home.building_id = building.id and home.level = 'household'
      and home.ended_at is null
    left join contact_cards card on card.community_id = home.community_id and card.household_id = home.id and card.reissued_at is null
      and card.returned_at is null
    where building.community_id = ${communityId} and building.level = 'building' and building.ended_at is null
    group by building.id, building.full_name order by building.full_name`.execute(database());
  return rows;
}
