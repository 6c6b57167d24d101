import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { Missing } from '#foundation/refusal.ts';
import { perform, type Act, type How, type Json } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { publicStages, type Delegation } from './delegation.ts';
import { seesAllDelegations, standingOf, type Standing } from './standing-of.ts';

/** By its number such as `2026-12`. */
export type DelegationRef = { communityId: number; number: string };

/** The delegation if this viewer may know of it; otherwise null. A leader also knows what their group is or was asked. */
export async function loadDelegation(db: Kysely<DB>, viewer: Viewer, ref: DelegationRef): Promise<Delegation | null> {
  const row = await at(delegationsOf(db, ref.communityId), ref)?.where(seenBy(viewer, ref.communityId)).executeTakeFirst();
  return row ? delegationOf(row) : null;
}

type Doing = { act: Act; one: Delegation; who: Standing };

/**
 * How every deed with a delegation runs: in one transaction, the row locked, what the viewer is to it asked once.
 * Out of reach is Missing.
 */
export async function withDelegation<T extends Json>(
  viewer: Viewer,
  ref: DelegationRef,
  { verb, input }: { verb: string; input: unknown },
  how: How | undefined,
  work: (doing: Doing) => Promise<T>,
): Promise<T> {
  return perform({ actor: actorKey(viewer), verb: `delegation.${verb}`, input: [ref, input] }, how, async (act) => {
    await at(delegationsOf(act.trx, ref.communityId), ref)?.forNoKeyUpdate('delegations').executeTakeFirst();
    const one = await loadDelegation(act.trx, viewer, ref);
    if (!one) throw new Missing();
    return work({ act, one, who: await standingOf(act.trx, viewer, one) });
  });
}

export function seenBy(viewer: Viewer, communityId: number) {
  if (seesAllDelegations(viewer, communityId)) return sql<boolean>`true`;
  return sql<boolean>`(delegations.stage = any(${[...publicStages]})
    or exists (select from delegation_offers o
      join memberships m on m.community_id = o.community_id and m.organization_id = o.organization_id
      where o.community_id = delegations.community_id and o.delegation_id = delegations.id
        and m.person_id = ${viewer.personId}::uuid and m.office in ('leader', 'chair') and m.ended_at is null))`;
}

/** The delegations of one community, in the shape `delegationOf` reads. */
export function delegationsOf(db: Kysely<DB>, communityId: number) {
  return db
    .selectFrom('delegations')
    .select([
      'delegations.community_id as communityId',
      'delegations.id',
      'delegations.year',
      'delegations.serial',
      'delegations.stage',
      'delegations.title',
      'delegations.purpose',
      'delegations.lead_mode as leadMode',
      'delegations.voice_id as voiceId',
      'delegations.topic_id as topicId',
      'delegations.resolution_id as resolutionId',
      'delegations.responsibility_id as responsibilityId',
      'delegations.organization_id as organizationId',
      'delegations.mentor_id as mentorId',
      sql<string | null>`to_char(delegations.starts_on, 'YYYY-MM-DD')`.as('startsOn'),
      sql<string | null>`to_char(delegations.ends_on, 'YYYY-MM-DD')`.as('endsOn'),
      'delegations.due_at as dueAt',
      'delegations.identified_at as identifiedAt',
    ])
    .$narrowType<Pick<Delegation, 'stage' | 'leadMode'>>()
    .where('delegations.community_id', '=', communityId);
}

type Row = Omit<Delegation, 'number'> & { year: number; serial: number };

export function delegationOf({ year, serial, ...row }: Row): Delegation {
  return { ...row, number: `${year}-${serial}` };
}

function at(query: ReturnType<typeof delegationsOf>, { number }: DelegationRef) {
  const [, year, serial] = /^(\d{4})-(\d{1,6})$/.exec(number) ?? [];
  if (year === undefined || serial === undefined) return null;
  return query.where('delegations.year', '=', Number(year)).where('delegations.serial', '=', Number(serial));
}
