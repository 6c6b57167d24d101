import { calendarFile, findMeetings, writeCalendar } from '#discuss/meetings/index.ts';
import { nobody } from '#community/people/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { kindName } from '../../../../../meeting-words.ts';
import { communityAt, shownName } from '../../community-at.ts';
import type { RequestHandler } from './$types';

/** All meetings for one's own calendar (RFC 5545): the same for everybody, so that a telephone can ask for it. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const community = await communityAt(params.community);
  const rows = await findMeetings(nobody, community.id, 'all');
  const origin = url.origin;
  const events = rows.map((row) => ({
    uid: `${row.id}@${new URL(origin).host}`,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    changedAt: row.changedAt,
    summary: row.title,
    location: row.placeWords,
    description: kindName({ nameZh: row.kindZh, nameEn: row.kindEn }),
    url: `${origin}${paths.meeting(community.slug, row.number)}`,
    cancelled: row.stage === 'cancelled',
  }));
  const name = m.meetings_calendar_of({ community: shownName(community, locals.locale) });
  return new Response(writeCalendar(name, events), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `inline; filename="${calendarFile(community.slug, new Date())}.ics"`,
      'cache-control': 'no-store',
    },
  });
};
