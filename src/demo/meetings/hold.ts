import { shiftDay } from '#foundation/calendar/index.ts';
import type { How } from '#foundation/server/perform.ts';
import {
  addAgendaItem,
  addAgendaItemInput,
  approveMinutes,
  closeMeeting,
  issueNotice,
  makeRoll,
  makeRollInput,
  markRoll,
  markRollInput,
  openMeeting,
  planMeeting,
  planMeetingInput,
  publishMinutes,
  writeMinutes,
  type MeetingRef,
} from '#discuss/meetings/index.ts';
import type { Community, Ground } from '../town.ts';
import { duringMeeting } from './during.ts';
import type { MeetingStory } from './stories.ts';

export type Planted = MeetingRef & { id: string; number: string };

/** A moment of a day of the town, as the commands take it. */
export function on({ trx }: Ground, day: string, clock: string): How & { within: NonNullable<How['within']> } {
  return { within: { trx, now: new Date(`${day}T${clock}:00+08:00`), quiet: true } };
}

/** Planned, its agenda written, its notice issued as many days before as the story says, its roll made. */
export async function call(ground: Ground, community: Community, story: MeetingStory, day: string): Promise<Planted> {
  const { secretary, workers } = community;
  const worker = workers[0] ?? secretary;
  const before = shiftDay(day, -story.noticeDays);
  const planned = await planMeeting(
    secretary.viewer,
    community.id,
    planMeetingInput.parse({
      kind: story.kind,
      title: story.title,
      placeWords: story.place,
      startsAt: `${day}T${story.from}`,
      endsAt: `${day}T${story.until}`,
    }),
    on(ground, before, '09:00'),
  );
  const ref = { communityId: community.id, ...planned };
  for (const item of story.agenda) {
    await addAgendaItem(worker.viewer, ref, addAgendaItemInput.parse(item), on(ground, before, '09:20'));
  }
  const notice = story.urgentReason === undefined ? {} : { urgentReason: story.urgentReason };
  await issueNotice(secretary.viewer, ref, notice, on(ground, before, '10:00'));
  if (story.roll !== 'none')
    await makeRoll(worker.viewer, ref, makeRollInput.parse(story.groups ? { groups: story.groups } : {}), on(ground, before, '10:10'));
  return ref;
}

/** So many of the roll come, a few send paper; in the order of the roll, so that every planting is the same. */
export async function come(
  ground: Ground,
  community: Community,
  ref: Planted,
  day: string,
  { present, paper = 0 }: { present: number; paper?: number },
): Promise<void> {
  const worker = community.workers[0] ?? community.secretary;
  const ids = await entriesOf(ground, ref);
  const at = on(ground, day, '13:55');
  const mark = (entryIds: string[], more: Record<string, unknown>) =>
    entryIds.length === 0 ? null : markRoll(worker.viewer, ref, markRollInput.parse({ entryIds, ...more }), at);
  await mark(ids.slice(0, present), { standing: 'present' });
  await mark(ids.slice(present, present + paper), { standing: 'paper', way: 'paper_ballot' });
}

/** Opened, held, ended; its minutes written, approved by two who were there, and published. */
export async function hold(ground: Ground, community: Community, ref: Planted, story: MeetingStory, day: string): Promise<void> {
  const { secretary, workers } = community;
  const worker = workers[0] ?? secretary;
  await openMeeting(worker.viewer, ref, on(ground, day, story.from));
  for (const during of duringMeeting) await during(on(ground, day, story.from).within, story.key, ref, community);
  await closeMeeting(worker.viewer, ref, on(ground, day, story.until));
  if (story.minutes === undefined) return;
  const next = shiftDay(day, 1);
  await writeMinutes(
    worker.viewer,
    ref,
    { body: story.minutes, ...(story.minorityView && { minorityView: story.minorityView }) },
    on(ground, next, '09:30'),
  );
  await approveMinutes(secretary.viewer, ref, {}, on(ground, next, '11:00'));
  const entryId = await presentEntry(ground, ref);
  if (entryId === null) return;
  await approveMinutes(worker.viewer, ref, { entryId }, on(ground, next, '15:00'));
  await publishMinutes(worker.viewer, ref, on(ground, shiftDay(day, 2), '09:00'));
}

async function entriesOf({ trx }: Ground, { communityId, id }: Planted): Promise<string[]> {
  const rows = await trx
    .selectFrom('roll_entries')
    .select('id')
    .where('community_id', '=', communityId)
    .where('meeting_id', '=', id)
    .where('votes', '=', true)
    .orderBy('label')
    .orderBy('person_id')
    .execute();
  return rows.map((row) => row.id);
}

async function presentEntry({ trx }: Ground, { communityId, id }: Planted): Promise<string | null> {
  const row = await trx
    .selectFrom('roll_entries')
    .select('id')
    .where('community_id', '=', communityId)
    .where('meeting_id', '=', id)
    .where('standing', '=', 'present')
    .orderBy('label')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}
