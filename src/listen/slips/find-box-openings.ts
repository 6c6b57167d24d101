import { sql } from 'kysely';
import { isId } from '#foundation/ids.ts';
import { Forbidden, Missing } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { queryOpenings, type OpeningRef } from './load-opening.ts';
import type { BoxOpening } from './slip.ts';
import { opensBoxes } from './why-not-slip.ts';

/** An opening with both names, and how its slips are accounted for: counted = voices + unreadable + left, always. */
export type OpeningRow = BoxOpening & { by: string; withName: string; voices: number; unreadable: number; left: number };

/** The newest openings, those with slips left first; at most 50. Throws Forbidden. */
export async function findBoxOpenings(viewer: Viewer, communityId: number): Promise<OpeningRow[]> {
  if (!opensBoxes(viewer, communityId)) throw new Forbidden();
  const rows = await queryRows(communityId).orderBy('box_openings.opened_at', 'desc').limit(50).execute();
  const all = rows.map(toRow);
  return [...all.filter(({ left }) => left > 0), ...all.filter(({ left }) => left === 0)];
}

/** One opening. Throws Missing. */
export async function findBoxOpening(viewer: Viewer, ref: OpeningRef): Promise<OpeningRow> {
  if (!isId(ref.id) || !opensBoxes(viewer, ref.communityId)) throw new Missing();
  const row = await queryRows(ref.communityId).where('box_openings.id', '=', ref.id).executeTakeFirst();
  if (!row) throw new Missing();
  return toRow(row);
}

function queryRows(communityId: number) {
  const unreadable = sql<number>`(select count(*)::int from opened_slips s where s.community_id = box_openings.community_id
    and s.opening_id = box_openings.id and s.outcome = 'unreadable')`;
  return queryOpenings(database(), communityId)
    .innerJoin('people as one', 'one.id', 'box_openings.opened_by')
    .innerJoin('people as two', 'two.id', 'box_openings.opened_with')
    .select(['one.name as by', 'two.name as withName', unreadable.as('unreadable')])
    .$narrowType<{ by: string; withName: string }>();
}

function toRow<Row extends BoxOpening & { unreadable: number }>(row: Row): Row & { voices: number; left: number } {
  return { ...row, voices: row.entered - row.unreadable, left: row.counted - row.entered };
}
