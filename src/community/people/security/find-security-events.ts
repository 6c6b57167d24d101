import { sql } from 'kysely';
import { Forbidden } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { isId } from '#foundation/ids.ts';
import { hasRole, type Viewer } from '../viewer.ts';
import { eventKinds, type EventKind } from './event-kinds.ts';

/** `person`, `actor`: names of those who serve here, else null: a resident, somebody unknown, or the house itself. */
export type SecurityEventRow = {
  id: string;
  at: Date;
  name: string;
  person: string | null;
  actor: string | null;
  known: boolean;
  data: { role: string | null; by: string | null; door: string | null };
};

const onePage = 50;

/** Why this viewer may not read what happened at the doors of this community, or null: those who run it and those above. */
export function whyNotReadSecurityEvents(viewer: Viewer, communityId: number): string | null {
  return viewer.kind === 'staff' && hasRole(viewer, communityId, 'administrator', 'street_supervisor') ? null : 'access.not-yours';
}

/**
 * What happened at the doors of one community, the latest first, fifty at a time: its own events, and those of the
 * accounts of who serves here. Names of residents aren't in it. `before`: the id of the last row seen. Throws Forbidden.
 */
export async function findSecurityEvents(
  viewer: Viewer,
  communityId: number,
  asked: { kind?: EventKind | null; before?: string | null } = {},
): Promise<{ rows: SecurityEventRow[]; more: boolean }> {
  if (whyNotReadSecurityEvents(viewer, communityId)) throw new Forbidden();
  const heads = asked.kind ? eventKinds[asked.kind] : null;
  const before = asked.before && isId(asked.before) ? asked.before : null;
  const rows = await database()
    .with('serving', (db) =>
      db
        .selectFrom('roles')
        .innerJoin('communities', (join) => join.on('communities.id', '=', communityId))
        .leftJoin('streets', 'streets.id', 'communities.street_id')
        .select('roles.person_id')
        .distinct()
        .where('roles.role', '<>', 'resident')
        .where((eb) =>
          eb.or([
            eb('roles.community_id', '=', communityId),
            eb('roles.street_id', '=', eb.ref('communities.street_id')),
            eb('roles.district_id', '=', eb.ref('streets.district_id')),
          ]),
        ),
    )
    .selectFrom('security_events as event')
    .leftJoin('people as person', (join) =>
      join.onRef('person.id', '=', 'event.person_id').on('person.id', 'in', (eb) => eb.selectFrom('serving').select('person_id')),
    )
    .leftJoin('people as actor', (join) =>
      join.onRef('actor.id', '=', 'event.actor_id').on('actor.id', 'in', (eb) => eb.selectFrom('serving').select('person_id')),
    )
    .select([
      'event.id',
      'event.at',
      'event.name',
      'person.name as person',
      'actor.name as actor',
      sql<boolean>`event.person_id is not null`.as('known'),
      sql<string | null>`event.data ->> 'role'`.as('role'),
      sql<string | null>`event.data ->> 'by'`.as('by'),
      sql<string | null>`event.data ->> 'door'`.as('door'),
    ])
    .where((eb) =>
      eb.or([
        eb('event.community_id', '=', communityId),
        eb.and([eb('event.community_id', 'is', null), eb('event.person_id', 'in', eb.selectFrom('serving').select('person_id'))]),
      ]),
    )
    .$if(heads !== null, (query) => query.where(sql<string>`split_part(event.name, '.', 1)`, 'in', [...(heads ?? [])]))
    .$if(before !== null, (query) => query.where('event.id', '<', before ?? ''))
    .orderBy('event.id', 'desc')
    .limit(onePage + 1)
    .execute();
  const shown = rows.slice(0, onePage).map(({ role, by, door, ...row }) => ({ ...row, data: { role, by, door } }));
  return { rows: shown, more: rows.length > onePage };
}
