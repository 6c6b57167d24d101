import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { findPlaceForVoice } from '#community/places/index.ts';
import { likenessOf, probablySame, sameMatter, sharedWords } from './alike/index.ts';
import { printOf, tellingWords, worthShowing } from './print-of-voice.ts';
import { rarityHere } from './common-pairs.ts';
import { loadAlike, type Matter } from './load-alike.ts';
import { formatNumber, type Stage } from './voice.ts';
import { visibleTo } from './voice-access.ts';

/** A voice that is there already, or words while somebody is still writing them down. */
export type AlikeTo = { voiceId: string } | { words: string; placeId?: string | undefined; placeWords?: string | undefined };

/** `words`: the beginning of what was said; `shared`: the telling words both have; `score`: 0 to 1. */
export type AlikeVoice = {
  number: string;
  words: string;
  place: string | null;
  stage: Stage;
  receivedAt: Date;
  score: number;
  probablySame: boolean;
  sameBuilding: boolean;
  shared: string[];
};

/** Another building is usually another matter; a cut in the water of the whole estate is still worth a look. */
const otherBuilding = 0.4;

/**
 * Open voices that may be about the same matter, the most likely first, at most five. A person decides whether they are;
 * several people of one building have several troubles. Empty for a voice the viewer may not see.
 */
export async function findAlike(viewer: Viewer, communityId: number, to: AlikeTo): Promise<AlikeVoice[]> {
  const matter = 'voiceId' in to ? await matterOf(viewer, communityId, to.voiceId) : await matterWritten(communityId, to);
  if (!matter) return [];
  const rarity = await rarityHere();
  const ours = printOf(matter.words, matter.place, rarity);
  const rows = await loadAlike(viewer, communityId, matter, tellingWords(matter.words, matter.place, rarity));
  return rows
    .map((row) => {
      const place = row.full_name ?? row.place_words;
      const bothKnown = matter.buildingId !== null && row.building_id !== null;
      const sameBuilding = bothKnown && matter.buildingId === row.building_id;
      const likeness = likenessOf(ours, printOf(row.words, place, rarity), rarity);
      const score = sameMatter(sameBuilding ? { ...likeness, copiedElsewhere: 0, otherPlaces: 0 } : likeness);
      return { row, place, sameBuilding, score: bothKnown && !sameBuilding ? score * otherBuilding : score };
    })
    .filter(({ score }) => score >= worthShowing)
    .toSorted((a, b) => b.score - a.score || b.row.received_at.getTime() - a.row.received_at.getTime())
    .slice(0, 5)
    .map(({ row, place, sameBuilding, score }) => ({
      number: formatNumber(row.year, row.serial),
      words: row.words.slice(0, 60),
      place,
      stage: row.stage,
      receivedAt: row.received_at,
      score,
      probablySame: score >= probablySame,
      sameBuilding,
      shared: sharedWords(matter.words, row.words, rarity),
    }));
}

async function matterOf(viewer: Viewer, communityId: number, voiceId: string): Promise<Matter | null> {
  const row = await database()
    .selectFrom('voices')
    .leftJoin('places', (join) => join.onRef('places.community_id', '=', 'voices.community_id').onRef('places.id', '=', 'voices.place_id'))
    .select(['voices.words', 'voices.place_words', 'voices.building_id', 'voices.category', 'places.full_name'])
    .where(visibleTo(viewer, communityId))
    .where('voices.id', '=', voiceId)
    .executeTakeFirst();
  if (!row) return null;
  return { words: row.words, place: row.full_name ?? row.place_words, buildingId: row.building_id, category: row.category, voiceId };
}

async function matterWritten(communityId: number, to: { words: string; placeId?: string | undefined; placeWords?: string | undefined }) {
  const place = to.placeId ? await findPlaceForVoice(database(), communityId, to.placeId) : null;
  const known = place?.fullName ?? to.placeWords ?? null;
  return { words: to.words, place: known, buildingId: place?.buildingId ?? null, category: null, voiceId: null } satisfies Matter;
}
