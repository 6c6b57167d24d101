import type { MeetingPage } from '#discuss/meetings/index.ts';
import { m } from '#words';
import { kindName, sayWhen, timedAgenda } from './meeting-words.ts';

/** The minutes as the record already knows them: who was called, who came, what stood on the agenda. The rest is written. */
export function draftMinutes({ meeting, kind, items, seals, chair }: MeetingPage): string {
  const last = seals.at(-1);
  const lines = [
    `${kindName(kind)}${m.meetings_colon()}${meeting.title}`,
    `${sayWhen(meeting.startsAt, meeting.endsAt)} · ${meeting.placeWords}`,
    ...(chair ? [`${m.meetings_chair()}${m.meetings_colon()}${chair}`] : []),
    ...(last
      ? [m.meetings_draft_counts({ eligible: last.eligible, present: last.present, excused: last.excused, absent: last.absent })]
      : []),
    '',
    ...timedAgenda(items, meeting.startsAt).flatMap(({ place, title }) => [`${place}. ${title}`, `   ${m.meetings_draft_opinions()}`, '']),
  ];
  return lines.join('\n');
}
