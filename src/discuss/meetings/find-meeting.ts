import { sql } from 'kysely';
import { Missing } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { findAgenda, type AgendaItem } from './agenda.ts';
import { countWith, type RollCount } from './count-roll.ts';
import { kindOfMeeting } from './find-meeting-kinds.ts';
import { findMinutes, type Minutes } from './find-minutes.ts';
import { findUnfinished, type Unfinished } from './find-unfinished.ts';
import { findOwnEntries, type OwnEntry } from './find-own-entries.ts';
import { loadMeeting, type MeetingRef } from './load-meeting.ts';
import type { MeetingKind } from './meeting-kind.ts';
import type { Meeting } from './meeting.ts';
import { readNotice, type NoticeContent } from './notice-content.ts';
import type { MeetingStep } from './record-meeting.ts';

export type MeetingQuestion = { id: string; words: string; dueAt: Date; answer: string | null; answeredAt: Date | null };
type Seal = {
  moment: string;
  eligible: number;
  present: number;
  excused: number;
  absent: number;
  quorum: number | null;
  sha256: string;
  sealedAt: Date;
};
export type MeetingPage = {
  meeting: Meeting;
  kind: MeetingKind;
  items: AgendaItem[];
  count: RollCount;
  notice: { content: NoticeContent; sha256: string; issuedAt: Date } | null;
  steps: { step: MeetingStep; reason: string | null; at: Date; by: string | null }[];
  seals: Seal[];
  minutes: Minutes | null;
  questions: MeetingQuestion[];
  refusals: { party: string; reason: string }[];
  own: OwnEntry[];
  unfinished: Unfinished;
  /** the first call, and the second, by number */
  firstCall: string | null;
  nextCall: string | null;
  chair: string | null;
};

/** Everything about one meeting that this viewer may know. Minutes only once published, except for the office. Throws Missing. */
export async function findMeeting(viewer: Viewer, ref: MeetingRef, office: boolean): Promise<MeetingPage> {
  const db = database();
  const meeting = await loadMeeting(db, viewer, ref);
  if (!meeting) throw new Missing();
  const kind = await kindOfMeeting(db, meeting);
  const [items, count, notice, steps, seals, minutes, questions, refusals, own, beside, unfinished] = await Promise.all([
    findAgenda(db, meeting),
    countWith(db, meeting, kind),
    findNotice(meeting),
    findSteps(meeting),
    findSeals(meeting),
    findMinutes(db, meeting),
    findQuestions(meeting),
    findRefusals(meeting),
    viewer.personId ? findOwnEntries(db, meeting, viewer.personId) : [],
    findBeside(meeting),
    findUnfinished(db, meeting),
  ]);
  const shown = office || meeting.stage === 'minuted' || own.some(({ standing }) => standing === 'present') ? minutes : null;
  return { meeting, kind, items, count, notice, steps, seals, minutes: shown, questions, refusals, own, unfinished, ...beside };
}

async function findNotice({ communityId, id }: Meeting): Promise<MeetingPage['notice']> {
  const row = await database()
    .selectFrom('meeting_notices')
    .select(['content', 'sha256', 'issued_at as issuedAt'])
    .where('community_id', '=', communityId)
    .where('meeting_id', '=', id)
    .orderBy('issued_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { content: readNotice(row.content), sha256: row.sha256, issuedAt: row.issuedAt } : null;
}

async function findSteps({ communityId, id }: Meeting): Promise<MeetingPage['steps']> {
  return database()
    .selectFrom('meeting_steps')
    .leftJoin('people', 'people.id', 'meeting_steps.taken_by')
    .select(['step', 'reason', 'taken_at as at', 'people.name as by'])
    .$narrowType<{ step: MeetingStep }>()
    .where('community_id', '=', communityId)
    .where('meeting_id', '=', id)
    .orderBy('taken_at')
    .orderBy('meeting_steps.id')
    .execute();
}

async function findSeals({ communityId, id }: Meeting): Promise<Seal[]> {
  return database()
    .selectFrom('roll_seals')
    .select(['moment', 'eligible', 'present', 'excused', 'absent', 'quorum', 'sha256', 'sealed_at as sealedAt'])
    .where('community_id', '=', communityId)
    .where('meeting_id', '=', id)
    .orderBy('sealed_at')
    .execute();
}

async function findQuestions({ communityId, id }: Meeting): Promise<MeetingQuestion[]> {
  return database()
    .selectFrom('meeting_questions')
    .select(['id', 'words', 'due_at as dueAt', 'answer', 'answered_at as answeredAt'])
    .where('community_id', '=', communityId)
    .where('meeting_id', '=', id)
    .orderBy('noted_at')
    .orderBy('id')
    .execute();
}

async function findRefusals({ communityId, id }: Meeting): Promise<MeetingPage['refusals']> {
  return database()
    .selectFrom('party_refusals as said')
    .innerJoin('roll_entries as entry', (join) =>
      join.onRef('entry.community_id', '=', 'said.community_id').onRef('entry.id', '=', 'said.entry_id'),
    )
    .select([sql<string>`coalesce(entry.label, '')`.as('party'), 'said.reason'])
    .where('said.community_id', '=', communityId)
    .where('said.meeting_id', '=', id)
    .orderBy('said.refused_at')
    .execute();
}

async function findBeside({ communityId, id, secondCallOf, chairId }: Meeting) {
  const { rows } = await sql<Pick<MeetingPage, 'firstCall' | 'nextCall' | 'chair'>>`select
    (select year || '-' || serial from meetings where community_id = ${communityId} and id = ${secondCallOf}::uuid) as "firstCall",
    (select year || '-' || serial from meetings where community_id = ${communityId} and second_call_of = ${id}::uuid
      and stage not in ('planned', 'cancelled') limit 1) as "nextCall",
    (select name from people where id = ${chairId}::uuid) as chair`.execute(database());
  return rows[0] ?? { firstCall: null, nextCall: null, chair: null };
}
