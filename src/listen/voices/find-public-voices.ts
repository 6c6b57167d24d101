import { sql } from 'kysely';
import { z } from 'zod';
import { database } from '#foundation/server/database.ts';
import { searchQuery } from '#foundation/text/search-words.ts';
import { cursorAfter, readCursor } from './cursors.ts';
import { formatNumber, parseNumber, stageNames, type Stage } from './voice.ts';

export const findPublicVoicesInput = z.object({
  search: z.string().max(200).optional(),
  category: z.string().max(40).optional(),
  stage: z.enum(stageNames).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export type FindPublicVoices = z.infer<typeof findPublicVoicesInput>;

/** What the neighbourhood may read of a voice, in words cleared by a person. */
export type PublicVoice = {
  number: string;
  title: string;
  outcome: string | null;
  category: string | null;
  stage: Stage;
  receivedAt: Date;
  publishedAt: Date;
};

/** What neighbours asked and what became of it, newest first; for everybody. */
export async function findPublicVoices(
  communityId: number, input: FindPublicVoices,
): Promise<{ rows: PublicVoice[]; next: string | null }> {
  const after = input.cursor ? readCursor('public', input.cursor) : null;
  const asked = input.search ? searchQuery(input.search) : null;
  const { category, stage } = input;
  const rows = await published(communityId)
    .$if(category !== undefined, (query) => query.where('voice_publications.category', '=', category ?? ''))
    .$if(stage !== undefined, (query) => query.where('voice_publications.stage', '=', stage ?? ''))
    .$if(asked !== null, (query) => query.where(sql<boolean>`voice_publications.search @@ ${asked}::tsquery`))
    .$if(after !== null, (query) => query.where(
      sql<boolean>`(voice_publications.received_at, voice_publications.id) < (${after?.at}::timestamptz, ${after?.id}::uuid)`))
    .orderBy('voice_publications.received_at', 'desc').orderBy('voice_publications.id', 'desc')
    .limit(input.limit + 1).execute();
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return { rows: shown.map(toPublic), next: rows.length > input.limit && last ? cursorAfter('public', last.receivedAt, last.id) : null };
}

/** One published voice; null also for one that exists but isn't published. */
export async function findPublicVoice(communityId: number, number: string): Promise<PublicVoice | null> {
  const parsed = parseNumber(number);
  if (!parsed) return null;
  const row = await published(communityId)
    .where('voices.year', '=', parsed.year).where('voices.serial', '=', parsed.serial).executeTakeFirst();
  return row ? toPublic(row) : null;
}

function published(communityId: number) {
  return database().selectFrom('voice_publications')
    .innerJoin('voices', (join) => join
      .onRef('voices.community_id', '=', 'voice_publications.community_id').onRef('voices.id', '=', 'voice_publications.voice_id'))
    .select(['voice_publications.id', 'voices.year', 'voices.serial', 'title', 'outcome', 'voice_publications.category',
      'voice_publications.stage', 'voice_publications.received_at as receivedAt', 'published_at as publishedAt'])
    .$narrowType<{ stage: Stage }>()
    .where('voice_publications.community_id', '=', communityId)
    .where('voice_publications.taken_down_at', 'is', null);
}

function toPublic({ id: _, year, serial, ...row }: PublicRow): PublicVoice {
  return { number: formatNumber(year, serial), ...row };
}

type PublicRow = Awaited<ReturnType<ReturnType<typeof published>['execute']>>[number];
