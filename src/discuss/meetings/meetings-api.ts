import { z } from 'zod';
import { communityOf, endpoint } from '#community/programs/index.ts';
import { database } from '#foundation/server/database.ts';
import { Missing } from '#foundation/refusal.ts';
import { m } from '#words';
import { addAgendaItem, addAgendaItemInput } from './add-agenda-item.ts';
import { findAgenda } from './agenda.ts';
import { callAgain } from './call-again.ts';
import { findMeetings } from './find-meetings.ts';
import { closeMeeting, declareInquorate, openMeeting } from './hold-meeting.ts';
import { issueNotice, issueNoticeInput } from './issue-notice.ts';
import { loadMeeting } from './load-meeting.ts';
import { makeRoll, makeRollInput } from './make-roll.ts';
import { markRoll, markRollInput } from './mark-roll.ts';
import { bases, meetingStages, purposes } from './meeting.ts';
import { planMeeting } from './plan-meeting.ts';

// Meetings for programs: what everybody may read, and the verbs of the office.

const time = z.iso.datetime({ offset: true });
const one = '/communities/{slug}/meetings/{meeting}';
const count = z.number().int();
const row = {
  number: z.string(),
  kind: z.string(),
  title: z.string(),
  place: z.string(),
  startsAt: time,
  endsAt: time,
  stage: z.enum(meetingStages),
  basis: z.enum(bases),
};
const figures = z
  .strictObject({ eligible: count, present: count, excused: count, absent: count, quorum: count.nullable(), missing: count })
  .meta({ id: 'RollFigures' });
const numbered = z.strictObject({ number: z.string() }).meta({ id: 'MeetingNumber' });
const writes = { scope: 'voices:write' } as const;
const tag = m.api_tag_meetings;
const plan = z.object({
  kind: z.string().min(1).max(40),
  title: z.string().trim().min(1).max(120),
  place: z.string().trim().min(1).max(120),
  startsAt: time,
  endsAt: time,
  basis: z.enum(bases).optional(),
  registered: z.int().min(1).max(100_000).optional(),
});
const again = z.object({ startsAt: time, endsAt: time });

export const meetingsApi = [
  endpoint({
    id: findMeetings.name,
    method: 'get',
    path: '/communities/{slug}/meetings',
    tag,
    summary: m.api_list_meetings,
    key: { scope: 'voices:read', orNobody: true },
    query: z.object({ which: z.enum(['coming', 'past', 'all']).default('all') }),
    answer: z.strictObject({ meetings: z.array(z.strictObject(row).meta({ id: 'MeetingRow' })) }),
    run: async ({ viewer, params, query }) => {
      const { id } = await communityOf(params);
      return { meetings: (await findMeetings(viewer, id, query.which)).map(rowOf) };
    },
  }),
  endpoint({
    id: loadMeeting.name,
    method: 'get',
    path: one,
    tag,
    summary: m.api_show_meeting,
    key: { scope: 'voices:read', orNobody: true },
    answer: z
      .strictObject({
        ...row,
        agenda: z.array(
          z.strictObject({ id: z.uuid(), title: z.string(), purpose: z.enum(purposes), minutes: count.nullable(), mayVote: z.boolean() }),
        ),
      })
      .meta({ id: 'Meeting' }),
    run: async ({ viewer, params }) => {
      const meeting = await loadMeeting(database(), viewer, await refOf(params));
      if (!meeting) throw new Missing();
      const agenda = await findAgenda(database(), meeting);
      return {
        ...rowOf(meeting),
        agenda: agenda.map(({ id, title, purpose, minutes, mayVote }) => ({ id, title, purpose, minutes, mayVote })),
      };
    },
  }),
  endpoint({
    id: planMeeting.name,
    method: 'post',
    path: '/communities/{slug}/meetings',
    tag,
    summary: m.api_plan_meeting,
    key: writes,
    body: plan,
    answer: numbered,
    run: async ({ viewer, params, body: { place, startsAt, endsAt, ...body }, how }) => {
      const { id } = await communityOf(params);
      const input = { ...body, placeWords: place, startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
      return { number: (await planMeeting(viewer, id, input, how)).number };
    },
  }),
  endpoint({
    id: addAgendaItem.name,
    method: 'post',
    path: `${one}/agenda`,
    tag,
    summary: m.api_add_agenda_item,
    key: writes,
    body: addAgendaItemInput,
    answer: z.strictObject({ id: z.uuid() }),
    run: async ({ viewer, params, body, how }) => ({ id: (await addAgendaItem(viewer, await refOf(params), body, how)).itemId }),
  }),
  endpoint({
    id: issueNotice.name,
    method: 'post',
    path: `${one}/notice`,
    tag,
    summary: m.api_issue_notice,
    key: writes,
    body: issueNoticeInput,
    answer: z.strictObject({ sha256: z.string() }),
    run: async ({ viewer, params, body, how }) => issueNotice(viewer, await refOf(params), body, how),
  }),
  endpoint({
    id: makeRoll.name,
    method: 'post',
    path: `${one}/roll`,
    tag,
    summary: m.api_make_roll,
    key: writes,
    body: makeRollInput,
    answer: figures,
    run: async ({ viewer, params, body, how }) => figuresOf(await makeRoll(viewer, await refOf(params), body, how)),
  }),
  endpoint({
    id: markRoll.name,
    method: 'post',
    path: `${one}/marks`,
    tag,
    summary: m.api_mark_roll,
    key: writes,
    body: markRollInput,
    answer: figures,
    run: async ({ viewer, params, body, how }) => figuresOf(await markRoll(viewer, await refOf(params), body, how)),
  }),
  endpoint({
    id: openMeeting.name,
    method: 'post',
    path: `${one}/opening`,
    tag,
    summary: m.api_open_meeting,
    key: writes,
    answer: figures,
    run: async ({ viewer, params, how }) => figuresOf(await openMeeting(viewer, await refOf(params), how)),
  }),
  endpoint({
    id: declareInquorate.name,
    method: 'post',
    path: `${one}/inquorate`,
    tag,
    summary: m.api_declare_inquorate,
    key: writes,
    answer: figures,
    run: async ({ viewer, params, how }) => figuresOf(await declareInquorate(viewer, await refOf(params), how)),
  }),
  endpoint({
    id: closeMeeting.name,
    method: 'post',
    path: `${one}/closing`,
    tag,
    summary: m.api_close_meeting,
    key: writes,
    answer: figures,
    run: async ({ viewer, params, how }) => figuresOf(await closeMeeting(viewer, await refOf(params), how)),
  }),
  endpoint({
    id: callAgain.name,
    method: 'post',
    path: `${one}/second-call`,
    tag,
    summary: m.api_call_again,
    key: writes,
    body: again,
    answer: numbered,
    run: async ({ viewer, params, body, how }) => {
      const times = { startsAt: new Date(body.startsAt), endsAt: new Date(body.endsAt) };
      return { number: (await callAgain(viewer, await refOf(params), times, how)).number };
    },
  }),
];

type Shown = Pick<
  Awaited<ReturnType<typeof findMeetings>>[number],
  'number' | 'kind' | 'title' | 'placeWords' | 'startsAt' | 'endsAt' | 'stage' | 'basis'
>;

function rowOf({ number, kind, title, placeWords, startsAt, endsAt, stage, basis }: Shown) {
  return { number, kind, title, place: placeWords, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), stage, basis };
}

function figuresOf({ eligible, present, excused, absent, quorum, missing }: Awaited<ReturnType<typeof makeRoll>>) {
  return { eligible, present, excused, absent, quorum, missing };
}

async function refOf(params: Record<string, string>): Promise<{ communityId: number; number: string }> {
  const { id } = await communityOf(params);
  return { communityId: id, number: params['meeting'] ?? '' };
}
