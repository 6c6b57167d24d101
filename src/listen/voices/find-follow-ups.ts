import { sql } from 'kysely';
import { addWorkingDays, lightOf, type Light } from '#foundation/calendar/index.ts';
import { currentCalendar } from '#foundation/server/current-calendar.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { inTab } from './queue-tabs.ts';
import { isTemplate, type Template } from './templates.ts';
import { formatNumber, type ResponseMethod } from './voice.ts';
import { visibleTo } from './voice-access.ts';
import { deadlines } from './voice-clock.ts';
import type { Moment } from './why-not.ts';

/** An answered voice whose resident nobody has asked yet. `tries`: how often somebody tried in this round. */
export type FollowUp = {
  id: string;
  number: string;
  /** The beginning of what was said, and where. */
  words: string;
  place: string | null;
  ownerName: string;
  responseMethod: ResponseMethod;
  answeredAt: Date;
  dueAt: Date;
  light: Light;
  tries: number;
};
/** Something to tell a resident by hand. */
export type Duty = {
  deliveryId: string;
  number: string;
  way: 'call_duty' | 'visit_duty' | 'paper_duty';
  template: Template;
  at: Date;
  dueAt: Date;
  light: Light;
};

/** What waits for a call, a visit or a letter by somebody other than the owner; due 3 working days after the answer; telling within one. */
export async function findFollowUps(viewer: Viewer, communityId: number): Promise<{ followUps: FollowUp[]; duties: Duty[] }> {
  const [now, calendar] = [await databaseTime(), await currentCalendar()];
  const rows = await answeredByOthers(viewer, communityId, now);
  const followUps = rows.map(({ year, serial, answered_at, ...row }) => {
    const answeredAt = answered_at ?? now;
    const dueAt = addWorkingDays(calendar, answeredAt, deadlines.followUp);
    return { ...row, number: formatNumber(year, serial), answeredAt, dueAt, light: lightOf(calendar, dueAt, now) };
  });
  return { followUps, duties: await openDuties(viewer, communityId, { now, calendar }) };
}

function answeredByOthers(viewer: Viewer, communityId: number, now: Date) {
  return database()
    .selectFrom('voices')
    .innerJoin('people as owner', 'owner.id', 'voices.owner_id')
    .leftJoin('places', (join) => join.onRef('places.community_id', '=', 'voices.community_id').onRef('places.id', '=', 'voices.place_id'))
    .select([
      'voices.id',
      'voices.year',
      'voices.serial',
      sql<string>`left(voices.words, 120)`.as('words'),
      sql<string | null>`coalesce(places.full_name, voices.place_words)`.as('place'),
      'owner.name as ownerName',
      'voices.response_method as responseMethod',
      'voices.answered_at',
      sql<number>`(select count(*)::int from voice_follow_ups f where f.community_id = voices.community_id
        and f.voice_id = voices.id and f.round = voices.round)`.as('tries'),
    ])
    .$narrowType<{ responseMethod: ResponseMethod; ownerName: string }>()
    .where(visibleTo(viewer, communityId))
    .where(inTab('follow_up', viewer, now))
    .orderBy('voices.answered_at')
    .orderBy('voices.id')
    .limit(200)
    .execute();
}

async function openDuties(viewer: Viewer, communityId: number, { now, calendar }: Moment): Promise<Duty[]> {
  const rows = await database()
    .selectFrom('deliveries')
    .innerJoin('voices', (join) =>
      join.onRef('voices.community_id', '=', 'deliveries.community_id').onRef('voices.id', '=', 'deliveries.subject_id'),
    )
    .select(['deliveries.id as deliveryId', 'voices.year', 'voices.serial', 'deliveries.way', 'deliveries.template', 'deliveries.at'])
    .$narrowType<Pick<Duty, 'way'>>()
    .where(visibleTo(viewer, communityId))
    .where('deliveries.community_id', '=', communityId)
    .where('deliveries.way', 'in', ['call_duty', 'visit_duty', 'paper_duty'])
    .where('deliveries.done_at', 'is', null)
    .orderBy('deliveries.at')
    .orderBy('deliveries.id')
    .limit(200)
    .execute();
  return rows.flatMap(({ year, serial, template, ...row }) =>
    isTemplate(template) ? [{ ...row, template, number: formatNumber(year, serial), ...dueOf(row.at) }] : [],
  );
  function dueOf(at: Date): { dueAt: Date; light: Light } {
    const dueAt = addWorkingDays(calendar, at, deadlines.tell);
    return { dueAt, light: lightOf(calendar, dueAt, now) };
  }
}
