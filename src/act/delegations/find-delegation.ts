import { sql } from 'kysely';
import { Missing } from '#foundation/refusal.ts';
import { database, type Database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { loadVoice } from '#listen/voices/index.ts';
import { countAccounts, type Accounts } from './count-accounts.ts';
import type { Concern, Delegation } from './delegation.ts';
import { findAgreement, type Agreement } from './find-agreement.ts';
import { loadDelegation, type DelegationRef } from './load-delegation.ts';
import { standingOf, type Standing } from './standing-of.ts';

export type Offer = {
  organizationId: string;
  name: string;
  nameEn: string | null;
  criteria: string | null;
  dueAt: Date;
  answer: 'accepted' | 'declined' | null;
};
export type MoneyEntry = {
  id: string;
  direction: 'in' | 'out';
  item: string;
  cents: number;
  onDay: string;
  receipt: string | null;
  corrected: boolean;
};
export type ShiftEntry = { id: string; onDay: string; people: number; minutes: number; corrected: boolean };
export type Help = { words: string; askedAt: Date; dueAt: Date; answer: string | null; answeredAt: Date | null };
export type StepTaken = { step: string; at: Date; by: string | null; reason: string | null };

/**
 * `voice`: the number of the voice it came from, for whoever may reach that. `shared`: what the group may know of whoever
 * spoke (the names of fields, never their content). `verdicts`: what was said of the newest report.
 */
export type DelegationPage = {
  delegation: Delegation;
  who: Standing;
  group: { name: string; nameEn: string | null } | null;
  mentor: string | null;
  voice: string | null;
  listed: string | null;
  concerns: Concern[];
  offers: Offer[];
  agreement: Agreement | null;
  accounts: Accounts;
  money: MoneyEntry[];
  shifts: ShiftEntry[];
  helps: Help[];
  report: { words: string; at: Date } | null;
  verdicts: { saidAs: 'beneficiary' | 'worker'; verdict: 'done' | 'not_done'; personId: string | null; enteredBy: string | null }[];
  shared: string[];
  steps: StepTaken[];
};

/** One delegation with everything about it. Throws Missing for whoever may not know of it. */
export async function findDelegation(viewer: Viewer, ref: DelegationRef): Promise<DelegationPage> {
  const db = database();
  const one = await loadDelegation(db, viewer, ref);
  if (!one) throw new Missing();
  const [who, agreement, accounts, offers, money, shifts, helps, reports, shared, steps, names, voice] = await Promise.all([
    standingOf(db, viewer, one),
    findAgreement(db, one),
    countAccounts(db, one),
    findOffers(db, one),
    findMoney(db, one),
    findShifts(db, one),
    findHelps(db, one),
    findReport(db, one),
    findSharedFields(db, one),
    findSteps(db, one),
    findNames(db, one),
    one.voiceId ? loadVoice(db, viewer, { communityId: one.communityId, id: one.voiceId }) : null,
  ]);
  return {
    delegation: one,
    who,
    ...names,
    voice: voice?.number ?? null,
    offers,
    agreement,
    accounts,
    money,
    shifts,
    helps,
    report: reports && { words: reports.words, at: reports.at },
    verdicts: reports ? await findVerdicts(db, one, reports.id) : [],
    shared,
    steps,
  };
}

async function findNames(db: Database, one: Delegation) {
  const { rows } = await sql<{
    group: string | null;
    groupEn: string | null;
    mentor: string | null;
    listed: string | null;
    concerns: Concern[] | null;
  }>`select
    (select name from organizations where community_id = ${one.communityId} and id = ${one.organizationId}::uuid) as "group",
    (select name_en from organizations where community_id = ${one.communityId} and id = ${one.organizationId}::uuid) as "groupEn",
    (select name from people where id = ${one.mentorId}::uuid) as mentor,
    (select matter from responsibilities where community_id = ${one.communityId} and id = ${one.responsibilityId}::uuid) as listed,
    (select concerns from delegation_assessments where community_id = ${one.communityId} and delegation_id = ${one.id}
      order by assessed_at desc limit 1) as concerns`.execute(db);
  const { group = null, groupEn = null, mentor = null, listed = null, concerns = null } = rows[0] ?? {};
  return { group: group === null ? null : { name: group, nameEn: groupEn }, mentor, listed, concerns: concerns ?? [] };
}

function findOffers(db: Database, { communityId, id }: Delegation): Promise<Offer[]> {
  return db
    .selectFrom('delegation_offers as offer')
    .innerJoin('organizations', (join) =>
      join.onRef('organizations.community_id', '=', 'offer.community_id').onRef('organizations.id', '=', 'offer.organization_id'),
    )
    .select(['organization_id as organizationId', 'name', 'name_en as nameEn', 'criteria', 'due_at as dueAt', 'answer'])
    .$narrowType<{ answer: Offer['answer'] }>()
    .where('offer.community_id', '=', communityId)
    .where('delegation_id', '=', id)
    .orderBy('offered_at')
    .orderBy('name')
    .execute();
}

async function findMoney(db: Database, { communityId, id }: Delegation): Promise<MoneyEntry[]> {
  const { rows } =
    await sql<MoneyEntry>`select m.id, direction, item, cents::float8 as cents, to_char(on_day, 'YYYY-MM-DD') as "onDay", receipt,
      corrects_id is not null or exists (select from delegation_money c where c.community_id = m.community_id and c.corrects_id = m.id)
        as corrected
    from delegation_money m where community_id = ${communityId} and delegation_id = ${id} order by on_day, m.id`.execute(db);
  return rows;
}

async function findShifts(db: Database, { communityId, id }: Delegation): Promise<ShiftEntry[]> {
  const { rows } = await sql<ShiftEntry>`select s.id, to_char(on_day, 'YYYY-MM-DD') as "onDay", people, minutes,
      corrects_id is not null or exists (select from delegation_shifts c where c.community_id = s.community_id and c.corrects_id = s.id)
        as corrected
    from delegation_shifts s where community_id = ${communityId} and delegation_id = ${id} order by on_day, s.id`.execute(db);
  return rows;
}

function findHelps(db: Database, { communityId, id }: Delegation): Promise<Help[]> {
  return db
    .selectFrom('delegation_helps')
    .select(['words', 'asked_at as askedAt', 'due_at as dueAt', 'answer', 'answered_at as answeredAt'])
    .where('community_id', '=', communityId)
    .where('delegation_id', '=', id)
    .orderBy('asked_at')
    .execute();
}

async function findReport(db: Database, { communityId, id }: Delegation) {
  const row = await db
    .selectFrom('delegation_reports')
    .select(['id', 'words', 'reported_at as at'])
    .where('community_id', '=', communityId)
    .where('delegation_id', '=', id)
    .orderBy('reported_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

function findVerdicts(db: Database, { communityId }: Delegation, reportId: string): Promise<DelegationPage['verdicts']> {
  return db
    .selectFrom('delegation_verifications')
    .select(['said_as as saidAs', 'verdict', 'person_id as personId', 'entered_by as enteredBy'])
    .$narrowType<{ saidAs: 'beneficiary' | 'worker'; verdict: 'done' | 'not_done' }>()
    .where('community_id', '=', communityId)
    .where('report_id', '=', reportId)
    .orderBy('said_at')
    .execute();
}

async function findSharedFields(db: Database, { communityId, id }: Delegation): Promise<string[]> {
  const row = await db
    .selectFrom('delegation_contacts')
    .select('fields')
    .where('community_id', '=', communityId)
    .where('delegation_id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row?.fields ?? [];
}

/** Who took a step is named where they did it in a function; a leader does. */
function findSteps(db: Database, { communityId, id }: Delegation): Promise<StepTaken[]> {
  return db
    .selectFrom('delegation_steps')
    .leftJoin('people', 'people.id', 'taken_by')
    .select(['step', 'taken_at as at', 'people.name as by', 'reason'])
    .where('community_id', '=', communityId)
    .where('delegation_id', '=', id)
    .orderBy('taken_at')
    .orderBy('delegation_steps.id')
    .execute();
}
