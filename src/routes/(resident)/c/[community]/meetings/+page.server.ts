import { findMeetings, type MeetingRow } from '#discuss/meetings/index.ts';
import { nobody } from '#community/people/index.ts';
import { paths } from '#paths';
import { kindName, sayWhen, stageOfMeeting } from '../../../../meeting-words.ts';
import type { PageServerLoad } from './$types';

/** What is coming and what has been: the same for everybody. */
export const load: PageServerLoad = async ({ parent }) => {
  const { id, slug } = (await parent()).community;
  const [coming, past] = await Promise.all([findMeetings(nobody, id, 'coming'), findMeetings(nobody, id, 'past')]);
  return { coming: coming.map((row) => shown(slug, row)), past: past.slice(0, 40).map((row) => shown(slug, row)) };
};

function shown(slug: string, row: MeetingRow) {
  return {
    href: paths.meeting(slug, row.number),
    title: row.title,
    kind: kindName({ nameZh: row.kindZh, nameEn: row.kindEn }),
    when: sayWhen(row.startsAt, row.endsAt),
    iso: row.startsAt.toISOString(),
    place: row.placeWords,
    tag: stageOfMeeting(row.stage),
  };
}
