import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import { hashToken } from '#foundation/secrets/index.ts';
import { findGrants } from '../find-grants.ts';
import { readOwnData } from '../personal-data/read-personal-data.ts';
import { nobody, type Viewer } from '../viewer.ts';
import { lifeOf, type Session } from './session.ts';

export type SignedIn = { viewer: Viewer; session: Session };

/**
 * Who a session token stands for, read anew at every request: an ended role, person or session counts at once.
 * Null when the token is unknown, ended or too old.
 */
export async function findViewer(token: string): Promise<SignedIn | null> {
  const db = database();
  const row = await db
    .selectFrom('sessions')
    .leftJoin('people', 'people.id', 'sessions.person_id')
    .selectAll('sessions')
    .select(['people.name', 'people.ended_at as person_ended_at', sql<Date>`clock_timestamp()`.as('now')])
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst();
  if (!row || row.ended_at || row.person_ended_at || row.now > row.absolute_until || row.now > row.idle_until) return null;
  await touch(row);
  const session: Session = {
    id: row.id,
    kind: row.kind as Session['kind'],
    assurance: row.assurance as Session['assurance'],
    steppedUpAt: row.stepped_up_at,
  };
  return { session, viewer: await viewerOf(session, row) };
}

type Row = { person_id: string | null; name: string | null; community_id: number | null; voice_id: string | null; now: Date };

async function viewerOf(session: Session, row: Row): Promise<Viewer> {
  if (session.kind === 'holder') {
    return { ...nobody, kind: 'holder', holds: { communityId: row.community_id ?? 0, voiceId: row.voice_id ?? '' } };
  }
  if (!row.person_id || session.assurance !== 'full') return nobody;
  const grants = await findGrants(row.person_id, row.now);
  // A resident's sign-in is weaker than staff's, so it carries only what a resident may do.
  const carried = session.kind === 'staff' ? grants : grants.filter((grant) => grant.role === 'resident');
  const viewer = { ...nobody, kind: session.kind, personId: row.person_id, name: row.name, grants: carried };
  return row.name === null ? { ...viewer, name: (await readOwnData(database(), viewer, ['name'])).name } : viewer;
}

/** Writing at every request would cost more than the request; once a minute is exact enough for an idle limit. */
async function touch(row: { token_hash: Buffer; kind: string; assurance: string; last_seen_at: Date; now: Date }): Promise<void> {
  if (row.now.getTime() - row.last_seen_at.getTime() < 60_000) return;
  const { idle } = lifeOf(row.kind as Session['kind'], row.assurance as Session['assurance']);
  await database()
    .updateTable('sessions')
    .set({ last_seen_at: row.now, idle_until: new Date(row.now.getTime() + idle) })
    .where('token_hash', '=', row.token_hash)
    .execute();
}
