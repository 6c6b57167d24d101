import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import { anyOfQuery } from '#foundation/text/search-words.ts';
import { findPlaceForVoice } from '#community/places/index.ts';
import { likenessOf, sameMatter } from './alike/index.ts';
import { rarityHere } from './common-pairs.ts';
import { printOf, tellingWords, worthShowing } from './print-of-voice.ts';
import { formatNumber, stageNames, stages, type Stage } from './voice.ts';

/** What somebody is about to hand in. */
export type AboutToSay = { words: string; placeId?: string | undefined; placeWords?: string | undefined };
export type AlikePublic = { number: string; title: string; stage: Stage };

const looked = 40;
const shown = 3;
const open = stageNames.filter((stage) => stages[stage].bucket === 'open');

/** Published voices still under way that may be about the same matter, at most three, from their cleared words alone. */
export async function findAlikePublic(communityId: number, { words, placeId, placeWords }: AboutToSay): Promise<AlikePublic[]> {
  const place = placeId ? await findPlaceForVoice(database(), communityId, placeId) : null;
  const where = [place?.fullName, placeWords].filter(Boolean).join(' ');
  const rarity = await rarityHere();
  const asked = anyOfQuery(tellingWords(words, where, rarity));
  if (asked === null) return [];
  const rows = await database()
    .selectFrom('voice_publications')
    .innerJoin('voices', (join) =>
      join.onRef('voices.community_id', '=', 'voice_publications.community_id').onRef('voices.id', '=', 'voice_publications.voice_id'),
    )
    .select(['voices.year', 'voices.serial', 'voice_publications.title', 'voice_publications.stage'])
    .$narrowType<{ stage: Stage }>()
    .where('voice_publications.community_id', '=', communityId)
    .where('voice_publications.taken_down_at', 'is', null)
    .where('voice_publications.stage', 'in', open)
    .where(sql<boolean>`voice_publications.search @@ ${asked}::tsquery`)
    .orderBy(sql`ts_rank(voice_publications.search, ${asked}::tsquery)`, 'desc')
    .orderBy('voice_publications.received_at', 'desc')
    .limit(looked)
    .execute();
  const ours = printOf(words, where, rarity);
  return rows
    .map((row) => ({ row, score: sameMatter(likenessOf(ours, printOf(row.title, null, rarity), rarity)) }))
    .filter(({ score }) => score >= worthShowing)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, shown)
    .map(({ row }) => ({ number: formatNumber(row.year, row.serial), title: row.title, stage: row.stage }));
}
