import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { publicStages, running, type Delegation } from './delegation.ts';
import { delegationOf, delegationsOf, seenBy } from './load-delegation.ts';

/** `group`: who has it; `late`: a step is overdue, or its end has passed. Money in fen. */
export type DelegationRow = Delegation & {
  group: string | null;
  groupEn: string | null;
  mentor: string | null;
  late: boolean;
  takenBackBecause: string | null;
  moneyIn: number;
  moneyOut: number;
};

/** `open`: offered and waiting for a group; `running`: in a group's hands; `ended`: newest first. At most 300. */
export type Which = 'preparing' | 'open' | 'running' | 'ended';
const stagesOf = {
  preparing: ['identified', 'assessed', 'declined'],
  open: ['offered'],
  running: ['accepted', ...running],
  ended: ['completed', 'given_back', 'taken_back', 'unsuitable'],
} as const satisfies Record<Which, readonly string[]>;

/** The delegations this viewer may know of. */
export async function findDelegations(viewer: Viewer, communityId: number, which: Which): Promise<DelegationRow[]> {
  const rows = await listed(communityId)
    .where(seenBy(viewer, communityId))
    .where('delegations.stage', 'in', [...stagesOf[which]])
    .orderBy('delegations.changed_at', which === 'ended' ? 'desc' : 'asc')
    .orderBy('delegations.id')
    .limit(300)
    .execute();
  return rows.map(rowOf);
}

/** What concerns the groups somebody leads: asked of them, or taken on by them, and not ended. */
export async function findLedDelegations(viewer: Viewer, communityId: number): Promise<DelegationRow[]> {
  if (!viewer.personId) return [];
  const rows = await listed(communityId)
    .where('delegations.stage', 'in', [...stagesOf.open, ...stagesOf.running])
    .where(
      sql<boolean>`exists (select from memberships m
        left join delegation_offers o on o.community_id = m.community_id and o.organization_id = m.organization_id
          and o.delegation_id = delegations.id and o.answer is null
        where m.community_id = ${communityId} and m.person_id = ${viewer.personId}::uuid and m.office in ('leader', 'chair')
          and m.ended_at is null and (m.organization_id = delegations.organization_id or o.id is not null))`,
    )
    .orderBy('delegations.changed_at', 'desc')
    .limit(100)
    .execute();
  return rows.map(rowOf);
}

/** The newest delegation of a voice that whoever spoke may read of: its number and stage. */
export async function findDelegationOfVoice(communityId: number, voiceId: string): Promise<Pick<Delegation, 'number' | 'stage'> | null> {
  const row = await delegationsOf(database(), communityId)
    .where('delegations.voice_id', '=', voiceId)
    .where('delegations.stage', 'in', [...publicStages])
    .orderBy('delegations.identified_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { number, stage } = delegationOf(row);
  return { number, stage };
}

function listed(communityId: number) {
  return delegationsOf(database(), communityId)
    .leftJoin('organizations', (join) =>
      join
        .onRef('organizations.community_id', '=', 'delegations.community_id')
        .onRef('organizations.id', '=', 'delegations.organization_id'),
    )
    .leftJoin('people as mentor', 'mentor.id', 'delegations.mentor_id')
    .select([
      'organizations.name as group',
      'organizations.name_en as groupEn',
      'mentor.name as mentor',
      sql<boolean>`coalesce(delegations.due_at < clock_timestamp(), false)
        or (delegations.stage in ('agreed', 'active', 'help_requested', 'suspended')
          and delegations.ends_on < (now() at time zone 'Asia/Shanghai')::date)`.as('late'),
      sql<string | null>`(select reason from delegation_steps s where s.community_id = delegations.community_id
        and s.delegation_id = delegations.id and s.step = 'taken_back' limit 1)`.as('takenBackBecause'),
      money('in').as('moneyIn'),
      money('out').as('moneyOut'),
    ]);
}

function money(direction: 'in' | 'out') {
  return sql<number>`(select coalesce(sum(cents), 0)::float8 from delegation_money m where m.community_id = delegations.community_id
    and m.delegation_id = delegations.id and m.direction = ${direction})`;
}

type Row = Awaited<ReturnType<ReturnType<typeof listed>['execute']>>[number];

function rowOf({ group, groupEn, mentor, late, takenBackBecause, moneyIn, moneyOut, ...row }: Row): DelegationRow {
  return { ...delegationOf(row), group, groupEn, mentor, late, takenBackBecause, moneyIn, moneyOut };
}
