import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { partiesOf } from '#community/organizations/index.ts';
import { words } from '#listen/voices/index.ts';
import { countWith, type RollCount } from './count-roll.ts';
import { kindOfMeeting } from './find-meeting-kinds.ts';
import { reachMeeting, type MeetingRef } from './load-meeting.ts';
import { id } from './meeting-inputs.ts';
import type { MeetingKind } from './meeting-kind.ts';
import type { Meeting } from './meeting.ts';
import { recordMeeting } from './record-meeting.ts';
import { whyNotMakeRoll } from './why-not-meet.ts';

const lines = z.array(words(80)).max(60).default([]);

/**
 * `groups`: sides of a mediation or affected groups of a hearing, all of which must be there; `invited`: speakers of a
 * hearing; never names, a line each. `partyIds`: parties whose duty is at stake.
 */
export const makeRollInput = z.object({ groups: lines, invited: lines, partyIds: z.array(id).max(20).default([]) });
export type MakeRoll = z.infer<typeof makeRollInput>;

/**
 * The roll is made from the meeting's one basis (D5), a row a unit, in one statement. Representatives are at least four
 * fifths of their meeting [law RC 28]. Throws Missing, Refused by `whyNotMakeRoll`, Invalid.
 */
export async function makeRoll(viewer: Viewer, ref: MeetingRef, input: MakeRoll, how?: How): Promise<RollCount> {
  return perform({ actor: actorKey(viewer), verb: 'meeting.make_roll', input: [ref, input] }, how, async (act) => {
    const one = await reachMeeting(act.trx, viewer, ref);
    const kind = await kindOfMeeting(act.trx, one);
    const made = (await countWith(act.trx, one, kind)).eligible > 0;
    refuseIf(whyNotMakeRoll(one, viewer, made));
    if (kind.rules.roll === 'joint_parties') await enterParties(act, one, input.partyIds);
    else if (kind.rules.roll === 'invited') await enterInvited(act, one, input);
    else if (one.basis !== 'none') await enter(act, unitsOf(one, kind, shanghaiDay(act.now)));
    const count = await countWith(act.trx, one, kind);
    if (one.basis !== 'none' && count.eligible === 0) refuseIf('meeting.nobody-on-roll');
    if (kind.rules.roll === 'representatives') refuseIf(whyNotRepresentative(count));
    await recordMeeting(act, viewer, one, 'roll_made', { eligible: count.eligible });
    return count;
  });
}

/** D7: representatives are at least 4/5 of the members [law RC 28]. */
export function whyNotRepresentative({ representatives, eligible }: Pick<RollCount, 'representatives' | 'eligible'>): string | null {
  return representatives * 5 >= eligible * 4 ? null : 'meeting.too-few-representatives';
}

type Units = { columns: RawBuilder<unknown>; from: RawBuilder<unknown> };

async function enter({ trx }: Act, { columns, from }: Units): Promise<void> {
  await sql`insert into roll_entries (community_id, id, meeting_id, person_id, place_id, seat_id, label, part, votes)
    select ${columns} ${from} on conflict do nothing`.execute(trx);
}

function unitsOf({ communityId, id: meetingId, basis, organizationId, buildingId }: Meeting, { rules }: MeetingKind, today: string): Units {
  const head = sql`${communityId}::integer, gen_random_uuid(), ${meetingId}::uuid`;
  const held = sql`s.starts_on <= ${today}::date and (s.ended_on is null or s.ended_on > ${today}::date)`;
  if (basis === 'households')
    return {
      columns: sql`${head}, null::uuid, p.id, null::uuid, p.full_name, 'household', true`,
      from: sql`from places p where p.community_id = ${communityId} and p.level = 'household' and p.ended_at is null
        and (${buildingId}::uuid is null or p.building_id = ${buildingId}::uuid) order by p.full_name`,
    };
  if (basis === 'persons')
    return {
      columns: sql`${head}, r.person_id, null::uuid, null::uuid, null, 'resident', true`,
      from: sql`from (select distinct person_id from roles where community_id = ${communityId} and role = 'resident' and ended_at is null) r`,
    };
  if (rules.roll === 'building_chiefs')
    return {
      columns: sql`${head}, r.person_id, null::uuid, null::uuid, r.label, 'chief', true`,
      from: sql`from (select r.person_id, string_agg(distinct p.full_name, ' · ') as label from roles r
        left join places p on p.community_id = r.community_id and p.id = r.place_id
        where r.community_id = ${communityId} and r.role = 'building_chief' and r.ended_at is null and r.starts_at <= now()
        group by r.person_id) r`,
    };
  if (rules.roll === 'seats')
    // Of a council every seat counts, held or empty: more than half of the seats must be there.
    return {
      columns: sql`${head}, s.person_id, null::uuid, t.id, t.name, 'seat', true`,
      from: sql`from seats t left join memberships s on s.community_id = t.community_id and s.seat_id = t.id and ${held}
        where t.community_id = ${communityId} and t.organization_id = ${organizationId}::uuid and t.ended_at is null`,
    };
  if (rules.roll === 'representatives')
    // An empty seat stands on the roll and doesn't count: nobody is a member there.
    return {
      columns: sql`${head}, u.person_id, null::uuid, u.seat_id, u.label, u.part, u.votes`,
      from: sql`from (
        select s.person_id, t.id as seat_id, t.name as label, 'representative' as part, s.person_id is not null as votes, 1 as first
          from organizations o join seats t on t.community_id = o.community_id and t.organization_id = o.id and t.ended_at is null
          left join memberships s on s.community_id = t.community_id and s.seat_id = t.id and ${held}
          where o.community_id = ${communityId} and o.kind = 'residents_representatives' and o.ended_at is null
        union all
        select s.person_id, null, null, case o.kind when 'residents_committee' then 'committee' else 'representative' end, true, 2
          from organizations o join memberships s on s.community_id = o.community_id and s.organization_id = o.id and ${held}
          where o.community_id = ${communityId} and o.ended_at is null and s.seat_id is null
            and o.kind in ('residents_committee', 'residents_representatives')
        ) u order by u.first, u.label`,
    };
  const body = rules.roll === 'residents_committee' ? 'residents_committee' : 'party_organization';
  return {
    columns: sql`${head}, s.person_id, null::uuid, null::uuid, null, 'committee', true`,
    from: sql`from (select distinct s.person_id from memberships s
      join organizations o on o.community_id = s.community_id and o.id = s.organization_id
      where s.community_id = ${communityId} and o.kind = ${body} and o.ended_at is null and ${held}) s`,
  };
}

async function enterParties({ trx, now }: Act, one: Meeting, required: readonly string[]): Promise<void> {
  const parties = await partiesOf(trx, one.communityId);
  if (required.some((party) => !parties.some((known) => known.id === party))) {
    throw new Invalid([{ field: 'partyIds', code: 'input.not-usable' }]);
  }
  if (parties.length === 0) return;
  await trx
    .insertInto('roll_entries')
    .values(
      parties.map((party) => ({
        community_id: one.communityId,
        id: newId(now),
        meeting_id: one.id,
        party_id: party.id,
        label: party.name,
        part: 'party',
        required: required.includes(party.id),
      })),
    )
    .execute();
}

async function enterInvited({ trx, now }: Act, one: Meeting, { groups, invited }: MakeRoll): Promise<void> {
  if (groups.length === 0) throw new Invalid([{ field: 'groups', code: 'input.needed' }]);
  const rows = [...groups.map((label) => ({ label, required: true })), ...invited.map((label) => ({ label, required: false }))];
  await trx
    .insertInto('roll_entries')
    .values(rows.map((row) => ({ community_id: one.communityId, id: newId(now), meeting_id: one.id, part: 'side', ...row })))
    .execute();
}
