import { z } from 'zod';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import type { AgendaItem } from './agenda.ts';
import { ballotWays, callingBodies, passings, type MeetingKind } from './meeting-kind.ts';
import { bases, purposes, type Meeting } from './meeting.ts';

// What a notice says (method.md appendix D), as facts: the page and the print put them into the reader's language, and the
// hash is over them.

const content = z.object({
  number: z.string(),
  kind: z.string(),
  kindName: z.object({ zh: z.string(), en: z.string() }),
  articles: z.array(z.string()),
  calledBy: z.enum(callingBodies),
  title: z.string(),
  place: z.string(),
  starts: z.string(),
  ends: z.string(),
  basis: z.enum(bases),
  quorum: z.object({ num: z.number(), den: z.number(), more: z.boolean() }).nullable(),
  passing: z.enum(passings),
  ballot: z.enum(ballotWays),
  proxies: z.enum(['written', 'none']),
  agenda: z.array(
    z.object({
      title: z.string(),
      purpose: z.enum(purposes),
      topic: z.string().nullable(),
      minutes: z.number().nullable(),
      paper: z.string().nullable(),
    }),
  ),
  secondCall: z.boolean(),
  urgentReason: z.string().nullable(),
  issuedOn: z.string(),
});
export type NoticeContent = z.infer<typeof content>;

export function noticeContent(one: Meeting, kind: MeetingKind, items: readonly AgendaItem[], now: Date): NoticeContent {
  const { rules } = kind;
  return {
    number: one.number,
    kind: kind.code,
    kindName: { zh: kind.nameZh, en: kind.nameEn },
    articles: kind.articles,
    calledBy: rules.called_by,
    title: one.title,
    place: one.placeWords,
    starts: one.startsAt.toISOString(),
    ends: one.endsAt.toISOString(),
    basis: one.basis,
    quorum: rules.quorum,
    passing: rules.passing,
    ballot: rules.ballot,
    proxies: rules.proxies,
    agenda: items.map(({ title, purpose, topicId, minutes, paper }) => ({ title, purpose, topic: topicId, minutes, paper })),
    secondCall: one.secondCallOf !== null,
    urgentReason: one.urgentReason,
    issuedOn: shanghaiDay(now),
  };
}

/** What was frozen, as it was. */
export function readNotice(stored: unknown): NoticeContent {
  return content.parse(stored);
}
