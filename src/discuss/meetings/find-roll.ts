import { sql } from 'kysely';
import { Forbidden, Missing } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { loadMeeting, type MeetingRef } from './load-meeting.ts';
import { worksOnMeetings } from './meeting-access.ts';
import type { RollPart, Standing } from './meeting.ts';

/** `name`: of those whom everybody may know by name in this function; a household, a seat or a party has its `label`. */
export type RollRow = {
  id: string;
  label: string | null;
  name: string | null;
  part: RollPart;
  standing: Standing;
  votes: boolean;
  required: boolean;
};
export type RollPage = { rows: RollRow[]; total: number };

const atOnce = 60;

/** The desk's view of the roll: at most 60 rows that fit the words, those still to come first. Throws Missing, Forbidden. */
export async function findRoll(viewer: Viewer, ref: MeetingRef, search: string): Promise<RollPage> {
  return rowsOf(viewer, ref, search, atOnce);
}

/** The whole roll, in order, for the print. */
export async function findWholeRoll(viewer: Viewer, ref: MeetingRef): Promise<RollPage> {
  return rowsOf(viewer, ref, '', 20_000);
}

async function rowsOf(viewer: Viewer, ref: MeetingRef, search: string, limit: number): Promise<RollPage> {
  const meeting = await loadMeeting(database(), viewer, ref);
  if (!meeting) throw new Missing();
  if (!worksOnMeetings(viewer, ref.communityId)) throw new Forbidden();
  const words = search.trim().split(/\s+/).filter(Boolean).slice(0, 6);
  const patterns = words.map((word) => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
  const found = database()
    .selectFrom('roll_entries as e')
    .leftJoin('people', 'people.id', 'e.person_id')
    .where('e.community_id', '=', meeting.communityId)
    .where('e.meeting_id', '=', meeting.id)
    .$if(patterns.length > 0, (query) =>
      query.where(sql<boolean>`(coalesce(e.label, '') || ' ' || coalesce(people.name, '')) ilike all (${patterns})`),
    );
  const rows = await found
    .select(['e.id', 'e.label', 'people.name', 'e.part', 'e.standing', 'e.votes', 'e.required'])
    .$narrowType<{ part: RollPart; standing: Standing }>()
    .orderBy('e.label')
    .orderBy('people.name')
    .orderBy('e.id')
    .limit(limit)
    .execute();
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { rows, total };
}
