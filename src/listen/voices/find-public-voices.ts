import { sql } from 'kysely';
import { z } from 'zod';
import { database } from '#foundation/server/database.ts';
import { searchQuery } from '#foundation/text/search-words.ts';
import { fewestNeighbours, neighboursSharing } from './count-neighbours.ts';
import { cursorAfter, readCursor } from './cursors.ts';
import { formatNumber, parseNumber, stageNames, stages, type Stage } from './voice.ts';

export const findPublicVoicesInput = z.object({
  search: z.string().max(200).optional(),
  category: z.string().max(40).optional(),
  /** the id of a building */
  building: z.uuid().optional(),
  stage: z.enum(stageNames).optional(),
  /** how it ended, for people who don't think in stages */
  bucket: z.enum(['open', 'confirmed', 'documented', 'referred']).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export type FindPublicVoices = z.infer<typeof findPublicVoicesInput>;

/** What the neighbourhood may read of a voice, in words cleared by a person. */
export type PublicVoice = {
  number: string;
  title: string;
  outcome: string | null;
  /** what was said, with parts blacked out */
  words: string | null;
  category: string | null;
  stage: Stage;
  /** how many more people share the matter, null for fewer than five; and how many of all of them called it solved */
  sharedBy: number | null;
  confirmedBy: number;
  /** the day set for it while it waits for that day, YYYY-MM-DD */
  scheduledFor: string | null;
  receivedAt: Date;
  publishedAt: Date;
};

/** What neighbours asked and what became of it, newest first; for everybody. */
export async function findPublicVoices(
  communityId: number,
  input: FindPublicVoices,
): Promise<{ rows: PublicVoice[]; next: string | null }> {
  const after = input.cursor ? readCursor('public', input.cursor) : null;
  const asked = input.search ? searchQuery(input.search) : null;
  const { category, building, stage, bucket } = input;
  const rows = await published(communityId)
    .$if(category !== undefined, (query) => query.where('voice_publications.category', '=', category ?? ''))
    .$if(building !== undefined, (query) => query.where('voice_publications.building_id', '=', building ?? ''))
    .$if(stage !== undefined, (query) => query.where('voice_publications.stage', '=', stage ?? ''))
    .$if(bucket !== undefined, (query) =>
      query.where(
        'voice_publications.stage',
        'in',
        stageNames.filter((name) => stages[name].bucket === bucket),
      ),
    )
    .$if(asked !== null, (query) => query.where(sql<boolean>`voice_publications.search @@ ${asked}::tsquery`))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(voice_publications.received_at, voice_publications.id) < (${after?.at}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('voice_publications.received_at', 'desc')
    .orderBy('voice_publications.id', 'desc')
    .limit(input.limit + 1)
    .execute();
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return { rows: shown.map(toPublic), next: rows.length > input.limit && last ? cursorAfter('public', last.receivedAt, last.id) : null };
}

/** One published voice; null also for one that exists but isn't published. */
export async function findPublicVoice(communityId: number, number: string): Promise<PublicVoice | null> {
  const parsed = parseNumber(number);
  if (!parsed) return null;
  const row = await published(communityId)
    .where('voices.year', '=', parsed.year)
    .where('voices.serial', '=', parsed.serial)
    .executeTakeFirst();
  return row ? toPublic(row) : null;
}

function published(communityId: number) {
  return database()
    .selectFrom('voice_publications')
    .innerJoin('voices', (join) =>
      join.onRef('voices.community_id', '=', 'voice_publications.community_id').onRef('voices.id', '=', 'voice_publications.voice_id'),
    )
    .select([
      'voice_publications.id',
      'voices.year',
      'voices.serial',
      'title',
      'outcome',
      'voice_publications.words',
      'voice_publications.category',
      'voice_publications.stage',
      'voice_publications.received_at as receivedAt',
      'published_at as publishedAt',
      neighboursSharing.as('sharedBy'),
      confirmedBy.as('confirmedBy'),
      scheduledFor.as('scheduledFor'),
    ])
    .$narrowType<{ stage: Stage }>()
    .where('voice_publications.community_id', '=', communityId)
    .where('voice_publications.taken_down_at', 'is', null);
}

const sharing = sql`from voices child where child.community_id = voices.community_id and child.case_id = voices.case_id
  and child.stage = 'merged' and child.id <> voices.id`;
const confirmedBy = sql<number>`(voices.stage = 'closed_confirmed')::int + (select count(*) ${sharing} and exists (
  select from voice_merge_confirmations c join voice_merges g on g.community_id = c.community_id and g.id = c.merge_id
  where c.community_id = child.community_id and c.voice_id = child.id and g.split_at is null))`;
const scheduledFor = sql<string | null>`case when voices.stage = 'scheduled' then (
  select w.until_day from voice_waits w where w.community_id = voices.community_id and w.voice_id = voices.id
  and w.kind = 'scheduled' order by w.began_at desc limit 1) end`;

function toPublic(row: PublicRow): PublicVoice {
  const {
    title,
    outcome,
    words,
    category,
    stage,
    sharedBy: shared,
    confirmedBy: confirmed,
    scheduledFor: day,
    receivedAt,
    publishedAt,
  } = row;
  const few = shared < fewestNeighbours;
  return {
    number: formatNumber(row.year, row.serial),
    title,
    outcome,
    words,
    category,
    stage,
    sharedBy: few ? null : shared,
    confirmedBy: few ? Number(stage === 'closed_confirmed') : confirmed,
    scheduledFor: day,
    receivedAt,
    publishedAt,
  };
}

type PublicRow = Awaited<ReturnType<ReturnType<typeof published>['execute']>>[number];
