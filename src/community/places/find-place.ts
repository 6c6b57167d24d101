import { database } from '#foundation/server/database.ts';
import { isId } from '#foundation/ids.ts';
import { byName } from './by-name.ts';
import { chainOf } from './full-name.ts';
import { loadPlaces } from './load-places.ts';
import { whyNotEndPlace, type Place } from './place.ts';

/** One living place: what it stands in (from the top, itself last), what stands directly beneath it, and why it can't end. */
export type PlaceDetail = Place & { fullName: string; chain: Place[]; children: Place[]; whyNotEnd: string | null };

export async function findPlace(communityId: number, placeId: string): Promise<PlaceDetail | null> {
  if (!isId(placeId)) return null;
  const places = await loadPlaces(database(), communityId);
  const place = places.find((each) => each.id === placeId);
  if (!place) return null;
  const children = places.filter((each) => each.parentId === placeId).toSorted(byName);
  const chain = chainOf(place, new Map(places.map((each) => [each.id, each])));
  return { ...place, chain, children, whyNotEnd: whyNotEndPlace(children.length) };
}
