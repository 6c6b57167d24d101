import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { meetingOf, meetingsOf, seenBy } from './load-meeting.ts';
import type { Meeting } from './meeting.ts';

/** `changedAt`: when anything about it last changed. */
export type MeetingRow = Meeting & { kindZh: string; kindEn: string; changedAt: Date };

/** What is coming, soonest first, or what has been, newest first; at most 200. */
export async function findMeetings(viewer: Viewer, communityId: number, which: 'coming' | 'past' | 'all'): Promise<MeetingRow[]> {
  const coming = sql<boolean>`meetings.stage in ('planned', 'called', 'open')`;
  const rows = await meetingsOf(database(), communityId)
    .select(['kinds.name_zh as kindZh', 'kinds.name_en as kindEn', 'meetings.changed_at as changedAt'])
    .where(seenBy(viewer, communityId))
    .$if(which === 'coming', (query) => query.where(coming))
    .$if(which === 'past', (query) => query.where(sql<boolean>`not ${coming}`))
    .orderBy('meetings.starts_at', which === 'coming' ? 'asc' : 'desc')
    .orderBy('meetings.id')
    .limit(200)
    .execute();
  return rows.map(({ kindZh, kindEn, changedAt, ...row }) => ({ ...meetingOf(row), kindZh, kindEn, changedAt }));
}
