import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import { isId } from '#foundation/ids.ts';
import { Forbidden, Missing } from '#foundation/refusal.ts';
import { formatNumber } from '#foundation/text/yearly-number.ts';
import { hasRole, type Viewer } from '#community/people/index.ts';
import type { EndReason, Topic } from './liaison.ts';

/** An appointment as the office sees it. `letter`: its number; `endedAt`: when it was handed over or ended, or its term ran out. */
export type Officer = {
  id: string;
  personId: string;
  name: string;
  letter: string;
  places: string[];
  placeIds: string[];
  startsOn: string;
  endsOn: string;
  shownName: string | null;
  shownPhone: string | null;
  trainings: { topic: Topic; heldOn: string }[];
  ended: { at: Date; reason: EndReason; successor: string | null; voicesPassed: number; linksPassed: number } | null;
  active: boolean;
};

/** Who reads the book of officers: the office, those who supervise it, and officers their own. */
function reads(viewer: Viewer, communityId: number): 'all' | 'own' | 'none' {
  if (hasRole(viewer, communityId, 'community_secretary', 'community_worker', 'supervisory_member', 'street_supervisor')) return 'all';
  return hasRole(viewer, communityId, 'liaison_officer') ? 'own' : 'none';
}

/** All appointments within reach, those that run first. Throws Forbidden. */
export async function findOfficers(viewer: Viewer, communityId: number): Promise<Officer[]> {
  const reach = reads(viewer, communityId);
  if (reach === 'none') throw new Forbidden();
  return query(communityId, reach === 'own' ? viewer.personId : null, null);
}

/** One of them. Throws Missing. */
export async function findOfficer(viewer: Viewer, communityId: number, id: string): Promise<Officer> {
  const reach = reads(viewer, communityId);
  const [officer] = reach === 'none' || !isId(id) ? [] : await query(communityId, reach === 'own' ? viewer.personId : null, id);
  if (!officer) throw new Missing();
  return officer;
}

async function query(communityId: number, personId: string | null, id: string | null): Promise<Officer[]> {
  const { rows } = await sql<Row>`
    select a.id, a.person_id as "personId", people.name, a.year, a.serial, a.starts_on as "startsOn", a.ends_on as "endsOn",
      a.shown_name as "shownName", a.shown_phone as "shownPhone",
      array(select p.full_name from liaison_areas area join places p on p.community_id = area.community_id and p.id = area.place_id
        where area.community_id = a.community_id and area.appointment_id = a.id order by p.full_name) as places,
      array(select area.place_id from liaison_areas area where area.community_id = a.community_id and area.appointment_id = a.id)
        as "placeIds",
      coalesce((select json_agg(json_build_object('topic', t.topic, 'heldOn', t.held_on) order by t.held_on, t.id) from liaison_trainings t
        where t.community_id = a.community_id and t.appointment_id = a.id), '[]') as trainings,
      ending.ended_at, ending.reason, next_person.name as successor, ending.voices_passed, ending.links_passed,
      ending.id is null and exists (select from liaison_areas area join roles r on r.id = area.role_id
        where area.community_id = a.community_id and area.appointment_id = a.id and (r.ended_at is null or r.ended_at > now())
          and (r.ends_at is null or r.ends_at > now())) as active
    from liaison_appointments a join people on people.id = a.person_id
    left join liaison_endings ending on ending.community_id = a.community_id and ending.appointment_id = a.id
    left join liaison_appointments next on next.community_id = ending.community_id and next.id = ending.successor_id
    left join people next_person on next_person.id = next.person_id
    where a.community_id = ${communityId} and (${personId}::uuid is null or a.person_id = ${personId})
      and (${id}::uuid is null or a.id = ${id})
    order by active desc, a.year desc, a.serial desc`.execute(database());
  return rows.map(({ year, serial, ended_at: at, reason, successor, voices_passed: voicesPassed, links_passed: linksPassed, ...row }) => ({
    ...row,
    letter: formatNumber(year, serial),
    ended: at && reason ? { at, reason, successor, voicesPassed: voicesPassed ?? 0, linksPassed: linksPassed ?? 0 } : null,
  }));
}

type Row = Omit<Officer, 'letter' | 'ended'> & {
  year: number;
  serial: number;
  ended_at: Date | null;
  reason: EndReason | null;
  successor: string | null;
  voices_passed: number | null;
  links_passed: number | null;
};
