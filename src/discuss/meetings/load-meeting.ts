import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#db/schema.ts';
import { isId } from '#foundation/ids.ts';
import { Missing } from '#foundation/refusal.ts';
import type { Viewer } from '#community/people/index.ts';
import { seesAllMeetings } from './meeting-access.ts';
import type { Meeting } from './meeting.ts';

/** By its id, or by its number such as `2026-12`. */
export type MeetingRef = { communityId: number } & ({ id: string } | { number: string });

/** The meeting if this viewer may know of it; null otherwise. What isn't called yet, and confidential ones, only the office knows. */
export async function loadMeeting(db: Kysely<DB>, viewer: Viewer, ref: MeetingRef): Promise<Meeting | null> {
  const row = await at(meetingsOf(db, ref.communityId), ref)?.where(seenBy(viewer, ref.communityId)).executeTakeFirst();
  return row ? meetingOf(row) : null;
}

/** For a command: locks the meeting for the rest of the transaction. Out of reach is Missing. */
export async function reachMeeting(trx: Transaction<DB>, viewer: Viewer, ref: MeetingRef): Promise<Meeting> {
  const row = await at(meetingsOf(trx, ref.communityId), ref)
    ?.where(seenBy(viewer, ref.communityId))
    .forNoKeyUpdate('meetings')
    .executeTakeFirst();
  if (!row) throw new Missing();
  return meetingOf(row);
}

export function seenBy(viewer: Viewer, communityId: number) {
  return seesAllMeetings(viewer, communityId)
    ? sql<boolean>`true`
    : sql<boolean>`meetings.stage <> 'planned' and not (kinds.rules ->> 'confidential')::boolean
        and exists (select from meeting_notices n where n.community_id = meetings.community_id and n.meeting_id = meetings.id)`;
}

/** The meetings of one community, in the shape `meetingOf` reads. */
export function meetingsOf(db: Kysely<DB>, communityId: number) {
  return db
    .selectFrom('meetings')
    .innerJoin('meeting_kinds as kinds', 'kinds.code', 'meetings.kind')
    .select([
      'meetings.community_id as communityId',
      'meetings.id',
      'meetings.year',
      'meetings.serial',
      'meetings.kind',
      'meetings.stage',
      'meetings.title',
      'meetings.place_words as placeWords',
      'meetings.starts_at as startsAt',
      'meetings.ends_at as endsAt',
      'meetings.basis',
      'meetings.organization_id as organizationId',
      'meetings.building_id as buildingId',
      'meetings.second_call_of as secondCallOf',
      'meetings.track_id as trackId',
      'meetings.track_step as trackStep',
      'meetings.demand_id as demandId',
      'meetings.convened_by as convenedBy',
      'meetings.chair_id as chairId',
      'meetings.recorder_id as recorderId',
      'meetings.urgent_reason as urgentReason',
      'meetings.registered',
      'meetings.check_in_code as checkInCode',
    ])
    .$narrowType<Pick<Meeting, 'stage' | 'basis'>>()
    .where('meetings.community_id', '=', communityId);
}

type Row = Omit<Meeting, 'number'> & { year: number; serial: number };

export function meetingOf({ year, serial, ...row }: Row): Meeting {
  return { ...row, number: `${year}-${serial}` };
}

function at(query: ReturnType<typeof meetingsOf>, ref: MeetingRef) {
  if ('id' in ref) return isId(ref.id) ? query.where('meetings.id', '=', ref.id) : null;
  const [, year, serial] = /^(\d{4})-(\d{1,6})$/.exec(ref.number) ?? [];
  if (year === undefined || serial === undefined) return null;
  return query.where('meetings.year', '=', Number(year)).where('meetings.serial', '=', Number(serial));
}
