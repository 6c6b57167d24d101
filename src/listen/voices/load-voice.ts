import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { isId } from '#foundation/ids.ts';
import { Missing } from '#foundation/refusal.ts';
import type { Viewer } from '#community/people/index.ts';
import { visibleTo } from './voice-access.ts';
import { formatNumber, parseNumber, type Stage, type Voice } from './voice.ts';

/** Which voice is meant: by its number as printed on the receipt, or by its id. */
export type VoiceRef = { communityId: number; number: string } | { communityId: number; id: string };

/** The facts the rules need, if the viewer may reach the voice; otherwise null. */
export async function loadVoice(db: Kysely<DB>, viewer: Viewer, ref: VoiceRef): Promise<Voice | null> {
  const row = await query(db, viewer, ref)?.executeTakeFirst();
  return row ? toVoice(row) : null;
}

/**
 * The same for a command: locks the row first and reads it in a second statement, so that whatever another command
 * wrote while this one waited (an extension, a wall) is seen. A voice out of reach is Missing.
 */
export async function reachVoice(trx: Kysely<DB>, viewer: Viewer, ref: VoiceRef): Promise<Voice> {
  await query(trx, viewer, ref)?.clearSelect().select('voices.id').forUpdate('voices').executeTakeFirst();
  const voice = await loadVoice(trx, viewer, ref);
  if (!voice) throw new Missing();
  return voice;
}

type Row = NonNullable<Awaited<ReturnType<NonNullable<ReturnType<typeof query>>['executeTakeFirst']>>>;

function query(db: Kysely<DB>, viewer: Viewer, ref: VoiceRef) {
  const number = 'number' in ref ? parseNumber(ref.number) : null;
  if ('number' in ref && !number) return null;
  const base = db
    .selectFrom('voices')
    .innerJoin('reporters', (join) =>
      join.onRef('reporters.community_id', '=', 'voices.community_id').onRef('reporters.id', '=', 'voices.reporter_id'),
    )
    .selectAll('voices')
    .select([
      'reporters.person_id as reporter_person_id',
      sql<boolean>`reporters.phone_sealed is not null or reporters.email_sealed is not null`.as('reporter_has_contact'),
    ])
    .select(facts)
    .$narrowType<Pick<Voice, 'kind' | 'channel' | 'privacy' | 'stage' | 'level' | 'sealed'>>()
    .where(visibleTo(viewer, ref.communityId));
  if (number) return base.where('voices.year', '=', number.year).where('voices.serial', '=', number.serial);
  return 'id' in ref && isId(ref.id) ? base.where('voices.id', '=', ref.id) : null;
}

type Facts = {
  accused: string[];
  last_owner_id: string | null;
  assigned_at: Date | null;
  extended: boolean;
  referral_asked: boolean;
  referral_accepted: boolean;
  reopenings: number;
  published: boolean;
  tries_count: number;
  tries_ways: number;
  tries_first_at: Date | null;
  would_not_say: boolean;
  lead_stage: Stage | null;
  lead_owner_id: string | null;
  judged: boolean;
  children: number;
};

/** One round trip for everything the rules ask about; each part uses the index of its table. */
function facts() {
  const of = sql`community_id = voices.community_id and voice_id = voices.id`;
  const part = <K extends keyof Facts>(name: K, expression: ReturnType<typeof sql>) => sql<Facts[K]>`(${expression})`.as(name);
  const lead = sql`cases join voices lead on lead.community_id = cases.community_id and lead.id = cases.lead_voice_id
    where cases.community_id = voices.community_id and cases.id = voices.case_id and voices.stage = 'merged'`;
  const round = sql`${of} and round = voices.round`;
  return [
    part(
      'accused',
      sql`select coalesce(array_agg(person_id::text) filter (where person_id is not null), '{}') from voice_accused where ${of}`,
    ),
    part(
      'last_owner_id',
      sql`select owner_id from voice_assignments where ${of} and round < voices.round order by assigned_at desc, id desc limit 1`,
    ),
    part('assigned_at', sql`select max(assigned_at) from voice_assignments where ${of}`),
    part('extended', sql`select exists (select from voice_deadlines where ${of} and kind = 'extended')`),
    part('referral_asked', sql`select exists (select from voice_referrals where ${of} and accepted_at is null)`),
    part('referral_accepted', sql`select exists (select from voice_referrals where ${of} and accepted_at is not null)`),
    part('reopenings', sql`select count(*)::int from voice_reopenings where ${of}`),
    part('published', sql`select exists (select from voice_publications where ${of} and taken_down_at is null)`),
    part('tries_count', sql`select count(*)::int from voice_follow_ups where ${round} and outcome = 'not_reached'`),
    part('tries_ways', sql`select count(distinct way)::int from voice_follow_ups where ${round} and outcome = 'not_reached'`),
    part('tries_first_at', sql`select min(tried_at) from voice_follow_ups where ${round} and outcome = 'not_reached'`),
    part('lead_stage', sql`select lead.stage from ${lead}`),
    part('lead_owner_id', sql`select lead.owner_id from ${lead}`),
    part(
      'judged',
      sql`select exists (select from voice_merge_confirmations c join voice_merges m on m.community_id = c.community_id
      and m.id = c.merge_id where c.community_id = voices.community_id and c.voice_id = voices.id and m.split_at is null)`,
    ),
    part(
      'children',
      sql`select count(*)::int from cases join voices child on child.community_id = cases.community_id
      and child.case_id = cases.id and child.stage = 'merged'
      where cases.community_id = voices.community_id and cases.id = voices.case_id and cases.lead_voice_id = voices.id`,
    ),
    part('would_not_say', sql`select exists (select from voice_follow_ups where ${round} and outcome = 'would_not_say')`),
  ] as const;
}

function toVoice(row: Row): Voice {
  return {
    communityId: row.community_id,
    id: row.id,
    number: formatNumber(row.year, row.serial),
    kind: row.kind,
    channel: row.channel,
    privacy: row.privacy,
    stage: row.stage,
    round: row.round,
    level: row.level,
    sealed: row.sealed,
    category: row.category,
    mayPublish: row.may_publish,
    erased: row.erased_at !== null,
    published: row.published,
    firstReceiverId: row.first_receiver_id,
    ownerId: row.owner_id,
    lastOwnerId: row.last_owner_id,
    reporterId: row.reporter_id,
    reporterPersonId: row.reporter_person_id,
    reporterReachable: row.reporter_has_contact || row.reporter_person_id !== null,
    accusedIds: row.accused,
    caseId: row.case_id,
    lead: row.lead_stage ? { stage: row.lead_stage, ownerId: row.lead_owner_id, judged: row.judged } : null,
    children: row.children,
    receivedAt: row.received_at,
    dueAt: row.due_at,
    originalDueAt: row.original_due_at,
    assignedAt: row.assigned_at,
    answeredAt: row.answered_at,
    closedAt: row.closed_at,
    extended: row.extended,
    referralAsked: row.referral_asked,
    referralAccepted: row.referral_accepted,
    reopenings: row.reopenings,
    tries: { count: row.tries_count, ways: row.tries_ways, firstAt: row.tries_first_at, wouldNotSay: row.would_not_say },
  };
}
