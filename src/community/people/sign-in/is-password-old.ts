import { sql } from 'kysely';
import { dengbaoDays } from '#foundation/secrets/index.ts';
import { database } from '#foundation/server/database.ts';
import { installation } from '#foundation/server/installation.ts';
import type { Viewer } from '../viewer.ts';

/** Whether this person has to change their password before they go on: only where the operator chose that rule. */
export async function isPasswordOld(viewer: Viewer): Promise<boolean> {
  if (viewer.kind !== 'staff' || !viewer.personId || installation().settings.HUIYIN_PASSWORD_POLICY !== 'dengbao') return false;
  const row = await database()
    .selectFrom('passwords')
    .select('person_id')
    .where('person_id', '=', viewer.personId)
    .where('changed_at', '<', sql<Date>`now() - make_interval(days => ${dengbaoDays})`)
    .executeTakeFirst();
  return row !== undefined;
}
