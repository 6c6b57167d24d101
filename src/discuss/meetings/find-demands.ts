import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { isId } from '#foundation/ids.ts';
import { Missing } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import type { Signer } from './meeting-kind.ts';

/** `signatures`: on the page, and on sheets that two people counted alike; `heldAs`: the number of the meeting that came of it. */
export type Demand = {
  communityId: number;
  id: string;
  kind: string;
  kindZh: string;
  kindEn: string;
  signedBy: Signer;
  base: number;
  needed: number;
  matter: string;
  begunAt: Date;
  reachedAt: Date | null;
  owedOn: string | null;
  endedAt: Date | null;
  signatures: number;
  mine: boolean;
  heldAs: string | null;
};

/** Those that run or are owed first, then past ones; at most 100. `mine`: this viewer has signed. */
export async function findDemands(viewer: Viewer, communityId: number): Promise<Demand[]> {
  return demandsOf(database(), communityId, viewer.personId)
    .orderBy(sql`d.ended_at is not null`)
    .orderBy('d.begun_at', 'desc')
    .limit(100)
    .execute();
}

/** One of them. Throws Missing. */
export async function loadDemand(db: Kysely<DB>, { communityId, id }: { communityId: number; id: string }): Promise<Demand> {
  const row = isId(id) ? await demandsOf(db, communityId, null).where('d.id', '=', id).executeTakeFirst() : undefined;
  if (!row) throw new Missing();
  return row;
}

/** Sheets that were counted once and wait for somebody else. */
export type WaitingSheet = { id: string; demandId: string; countedBy: string; countedAt: Date };

export async function findWaitingSheets(communityId: number): Promise<WaitingSheet[]> {
  return database()
    .selectFrom('meeting_demand_sheets')
    .select(['id', 'demand_id as demandId', 'counted_by as countedBy', 'counted_at as countedAt'])
    .where('community_id', '=', communityId)
    .where('recounted', 'is', null)
    .orderBy('counted_at')
    .execute();
}

function demandsOf(db: Kysely<DB>, communityId: number, personId: string | null) {
  return db
    .selectFrom('meeting_demands as d')
    .innerJoin('meeting_kinds as kinds', 'kinds.code', 'd.kind')
    .select([
      'd.community_id as communityId',
      'd.id',
      'd.kind',
      'kinds.name_zh as kindZh',
      'kinds.name_en as kindEn',
      'd.signed_by as signedBy',
      'd.base',
      'd.needed',
      'd.matter',
      'd.begun_at as begunAt',
      'd.reached_at as reachedAt',
      sql<string | null>`to_char(d.owed_on, 'YYYY-MM-DD')`.as('owedOn'),
      'd.ended_at as endedAt',
      sql<number>`(select count(*)::int from meeting_demand_signatures s
          where s.community_id = d.community_id and s.demand_id = d.id and s.withdrawn_at is null)
        + (select coalesce(sum(recounted), 0)::int from meeting_demand_sheets h
          where h.community_id = d.community_id and h.demand_id = d.id)`.as('signatures'),
      sql<boolean>`exists (select from meeting_demand_signatures s where s.community_id = d.community_id and s.demand_id = d.id
        and s.withdrawn_at is null and s.person_id = ${personId}::uuid)`.as('mine'),
      sql<string | null>`(select m.year || '-' || m.serial from meetings m where m.community_id = d.community_id and m.demand_id = d.id
        and m.stage <> 'planned' order by m.planned_at limit 1)`.as('heldAs'),
    ])
    .$narrowType<{ signedBy: Signer }>()
    .where('d.community_id', '=', communityId);
}
