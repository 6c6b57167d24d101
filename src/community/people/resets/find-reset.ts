import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '../viewer.ts';
import { whyNotDropReset, whyNotSecondReset } from './reset.ts';

export type WaitingReset = { id: string; askedBy: string; askedAt: Date; expiresAt: Date; maySecond: boolean; mayDrop: boolean };

/** The reset of somebody's sign-in that waits for a second, as far as this viewer has to do with it; else null. */
export async function findReset(viewer: Viewer, communityId: number, personId: string): Promise<WaitingReset | null> {
  const row = await database()
    .selectFrom('sign_in_resets as reset')
    .innerJoin('people', 'people.id', 'reset.asked_by')
    .select(['reset.id', 'reset.asked_by', 'people.name', 'reset.asked_at', 'reset.expires_at'])
    .$narrowType<{ name: string }>()
    .where('reset.community_id', '=', communityId)
    .where('reset.person_id', '=', personId)
    .where('seconded_at', 'is', null)
    .where('dropped_at', 'is', null)
    .where('expires_at', '>', sql<Date>`clock_timestamp()`)
    .executeTakeFirst();
  if (!row) return null;
  const open = { id: row.id, personId, askedBy: row.asked_by };
  const [maySecond, mayDrop] = [whyNotSecondReset, whyNotDropReset].map((why) => why(viewer, communityId, open) === null);
  if (!maySecond && !mayDrop) return null;
  return {
    id: row.id,
    askedBy: row.name,
    askedAt: row.asked_at,
    expiresAt: row.expires_at,
    maySecond: maySecond ?? false,
    mayDrop: mayDrop ?? false,
  };
}

/** The communities in which somebody asked to reset this viewer's own sign-in; for their account page. */
export async function findOwnResets(viewer: Viewer): Promise<{ communityId: number; slug: string; askedBy: string; askedAt: Date }[]> {
  if (!viewer.personId) return [];
  return database()
    .selectFrom('sign_in_resets as reset')
    .innerJoin('people', 'people.id', 'reset.asked_by')
    .innerJoin('communities', 'communities.id', 'reset.community_id')
    .select(['reset.community_id as communityId', 'communities.slug', 'people.name as askedBy', 'reset.asked_at as askedAt'])
    .$narrowType<{ askedBy: string }>()
    .where('reset.person_id', '=', viewer.personId)
    .where('seconded_at', 'is', null)
    .where('dropped_at', 'is', null)
    .where('expires_at', '>', sql<Date>`clock_timestamp()`)
    .execute();
}
