import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Content } from '#foundation/commitments/index.ts';
import type { VoiceEvent } from './move-voice.ts';

// What was said or decided at a step, read from the rows that keep it: the part of a voice the public ledger commits to.

/** `row`: the id of the row of the step, where it has one. */
export type Step = { communityId: number; voiceId: string; event: VoiceEvent; at: Date; row: string | null };
type Intake = {
  words: string;
  placeId: string | null;
  placeWords: string | null;
  latitude: number | null;
  longitude: number | null;
  photos: { sha256: string }[];
};

/** The words of a step, the same on the day they were written and from the rows later; undefined for a step without any. */
export async function findSaid(db: Kysely<DB>, step: Step): Promise<Content> {
  if (step.event === 'received') return findSaidAtIntake(db, step);
  const query = sayings[step.event]?.(step);
  if (!query) return undefined;
  const { rows } = await sql<{
    said: { [key: string]: Content } | null;
  }>`select jsonb_strip_nulls(said) as said from (${query}) as s (said)`.execute(db);
  return rows[0]?.said ?? undefined;
}

/** What the speaker said first: words, place and photos. */
export function saidAtIntake({ words, placeId, placeWords, latitude, longitude, photos }: Intake): Content {
  return {
    words,
    ...(placeId !== null && { placeId }),
    ...(placeWords !== null && { place: placeWords }),
    // As text: the canonical form knows whole numbers only.
    ...(latitude !== null && longitude !== null && { point: `${latitude},${longitude}` }),
    ...(photos.length > 0 && { photos: photos.map(({ sha256 }) => sha256).toSorted() }),
  };
}

async function findSaidAtIntake(db: Kysely<DB>, { communityId, voiceId, at }: Step): Promise<Content> {
  const voice = await db
    .selectFrom('voices')
    .select(['words', 'place_id as placeId', 'place_words as placeWords', 'latitude', 'longitude'])
    .where('community_id', '=', communityId)
    .where('id', '=', voiceId)
    .executeTakeFirstOrThrow();
  const photos = await db
    .selectFrom('voice_photos')
    .select('sha256')
    .where('community_id', '=', communityId)
    .where('voice_id', '=', voiceId)
    .where('added_at', '=', at)
    .execute();
  return saidAtIntake({ ...voice, photos });
}

/** For each step that has words: the row that keeps them, as one JSON object. */
const sayings: Partial<Record<VoiceEvent, (step: Step) => RawBuilder<unknown>>> = {
  answered: (step) => ofRow('voice_answers', step, sql`'words', words, 'nextStep', next_step, 'nextDay', next_day`),
  declined: (step) => ofRow('voice_declines', step, sql`'reason', reason`),
  waited: (step) => ofRow('voice_waits', step, sql`'reason', reason, 'until', until_day`),
  scheduled: (step) => ofRow('voice_waits', step, sql`'reason', reason, 'until', until_day`),
  extended: (step) => ofRow('voice_deadlines', step, sql`'reason', reason, 'due', due_at at time zone 'UTC'`),
  referral_asked: (step) => ofRow('voice_referrals', step, sql`'receiver', receiver`),
  referral_confirmed: (step) => ofRow('voice_referrals', step, sql`'receiver', receiver, 'reference', accepted_reference`),
  escalated: (step) => ofRow('voice_escalations', step, sql`'cause', cause, 'reason', reason, 'target', target_day`),
  followed_up: (step) => ofRow('voice_follow_ups', step, sql`'way', way, 'outcome', outcome, 'note', note`),
  closed_documented: (step) =>
    ofRow('voice_closings', step, sql`'reason', reason_code, 'evidence', evidence, 'lookAgainOn', look_again_on`),
  confirmed: (step) => sql`${ofRow('voice_closings', step, sql`'rating', rating, 'words', words, 'by', confirmed_by`)}
    union all ${ofRow('voice_merge_confirmations', step, sql`'rating', rating, 'words', words`)}`,
  reopened: (step) => ofRow('voice_reopenings', step, sql`'reason', reason, 'byReporter', by_reporter`),
  noted: (step) => ofRow('voice_additions', step, sql`'words', words`),
  added_to: ({ communityId, voiceId, at, row }) => sql`select jsonb_build_object(
    'words', (select words from voice_additions where community_id = ${communityId} and id = ${row}::uuid),
    'photos', (select jsonb_agg(sha256 order by sha256) from voice_photos
      where community_id = ${communityId} and voice_id = ${voiceId} and added_at = ${at}))`,
  withdrawn: ({ communityId, voiceId }) => sql`select jsonb_build_object('underPressure', under_pressure, 'words', words)
    from voice_withdrawals where community_id = ${communityId} and voice_id = ${voiceId}`,
  published: ({ communityId, voiceId, at }) => sql`select jsonb_build_object('title', title, 'outcome', outcome)
    from voice_publications where community_id = ${communityId} and voice_id = ${voiceId} and published_at = ${at}`,
};

function ofRow(table: string, { communityId, row }: Step, parts: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select jsonb_build_object(${parts}) from ${sql.table(table)} where community_id = ${communityId} and id = ${row}::uuid`;
}
