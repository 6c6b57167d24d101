import { sql } from 'kysely';
import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { notify } from '#community/notices/index.ts';
import { theClock } from '#community/people/index.ts';
import { recordCommitment, tellFollowers } from './record-commitment.ts';

/** With `personId`: somebody's role or seat has just ended. Without: everywhere, for what ended by the calendar. */
const passOnJob = z.object({ personId: z.uuid().optional() });

/**
 * C3: nothing disappears at a change of staff. Open promises of whoever no longer serves pass to who took over: the head of
 * the body that promised, otherwise the secretary, otherwise the street. With a public note. Returns how many passed.
 */
export async function passOnCommitments(data: unknown = {}, how?: How): Promise<number> {
  const { personId } = passOnJob.parse(data ?? {});
  return perform({ actor: 'clock', verb: 'commitment.pass_on', input: null }, how, async (act) => {
    const orphans = await findOrphans(act, personId ?? null);
    for (const orphan of orphans) await passOn(act, orphan);
    return orphans.length;
  });
}

type Orphan = { communityId: number; id: string; number: string; voiceId: string | null; organizationId: string | null; successor: string };

async function passOn(act: Act, { successor, ...one }: Orphan): Promise<void> {
  const { communityId, id, number, organizationId } = one;
  await act.trx
    .updateTable('commitments')
    .set({ owner_id: successor, changed_at: act.now })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute();
  await act.trx
    .insertInto('commitment_owners')
    .values({
      community_id: communityId,
      id: newId(act.now),
      commitment_id: id,
      owner_id: successor,
      organization_id: organizationId,
      note: 'successor',
      since: act.now,
    })
    .execute();
  await recordCommitment(act, theClock, one, 'passed_on', {});
  const about = { kind: 'commitment', id, number };
  await notify(act, { communityId, personId: successor, topic: 'duty', template: 'commitment.yours', facts: { number }, about });
  await tellFollowers(act, one, 'passed_on');
}

/** Open promises whose owner neither sits in the body that promised nor serves here any more (or the body is gone), with who takes over. */
async function findOrphans({ trx, now }: Act, personId: string | null): Promise<Orphan[]> {
  const serves = (role: ReturnType<typeof sql>) => sql`select r.person_id from roles r join communities m on m.id = c.community_id
    where ${role} and (r.community_id = m.id or r.street_id = m.street_id) and r.starts_at <= ${now}
      and (r.ends_at is null or r.ends_at > ${now}) and r.ended_at is null`;
  const seats = (which: ReturnType<typeof sql>) => sql`select from memberships s where s.community_id = c.community_id
    and s.organization_id = c.organization_id and s.person_id = c.owner_id and ${which}`;
  const head = sql`select s.person_id from memberships s where s.community_id = c.community_id and s.organization_id = c.organization_id
    and s.ended_at is null and s.office <> 'member' and s.person_id is distinct from c.owner_id
    order by array_position(array['chair', 'leader', 'secretary', 'vice_chair', 'treasurer'], s.office), s.starts_on desc limit 1`;
  const one = (role: string) =>
    sql`(${serves(sql`r.role = ${role} and r.person_id is distinct from c.owner_id`)} order by r.starts_at desc, r.id limit 1)`;
  const { rows } = await sql<Orphan>`
    select * from (
      select c.community_id as "communityId", c.id, c.year || '-' || c.serial as number, c.voice_id as "voiceId",
        c.organization_id as "organizationId",
        coalesce((${head}), ${one('community_secretary')}, ${one('community_worker')}, ${one('street_supervisor')}) as successor
      from commitments c
      where c.ended_at is null and (${personId}::uuid is null or c.owner_id = ${personId}::uuid)
        and case when c.owner_id is null
          then exists (select from organizations o where o.community_id = c.community_id and o.id = c.organization_id and o.ended_at is not null)
          else not exists (${seats(sql`s.ended_at is null`)})
            and (exists (${seats(sql`s.ended_at is not null`)}) or not exists (${serves(sql`r.person_id = c.owner_id and r.role <> 'resident'`)}))
          end
      order by c.community_id, c.id for update of c
    ) orphans where successor is not null`.execute(trx);
  return rows;
}
