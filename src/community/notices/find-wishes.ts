import { Forbidden, Missing } from '#foundation/refusal.ts';
import { phoneIndex } from '#foundation/personal/index.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { currentPreferences, type Preferences } from './current-preferences.ts';
import { hearsHere } from './hears-here.ts';
import { contactWays, type ContactWay } from './notice.ts';
import type { Locale } from './notice-words.ts';
import { whyNotWay, worksOnNotices } from './why-not-wish.ts';

/** How somebody wishes to hear now, and which ways are open to them or why not. */
export type Wishes = Preferences & { locale: Locale; serves: boolean; ways: { way: ContactWay; whyNot: string | null }[] };

/** One's own wishes. Throws Forbidden `sign-in.needed`, Missing for somebody who neither lives nor serves here. */
export async function findWishes(viewer: Viewer, communityId: number): Promise<Wishes> {
  if (!viewer.personId) throw new Forbidden('sign-in.needed');
  return wishesOf(communityId, viewer.personId);
}

/** Somebody's wishes, for the office while they are on the telephone. Throws Forbidden, Missing. */
export async function findWishesFor(viewer: Viewer, communityId: number, personId: string): Promise<Wishes> {
  if (!worksOnNotices(viewer, communityId)) throw new Forbidden();
  return wishesOf(communityId, personId);
}

/** Who lives or serves here under this telephone number; null for nobody. The number was told by the caller, nothing is opened. */
export async function findByPhone(viewer: Viewer, communityId: number, phone: string): Promise<string | null> {
  if (!worksOnNotices(viewer, communityId)) throw new Forbidden();
  const person = await database()
    .selectFrom('people')
    .select('id')
    .where('phone_index', '=', phoneIndex(phone))
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return person && (await hearsHere(database(), communityId, person.id)) ? person.id : null;
}

async function wishesOf(communityId: number, personId: string): Promise<Wishes> {
  const person = await hearsHere(database(), communityId, personId);
  const wish = (await currentPreferences(database(), communityId, [personId])).get(personId);
  if (!person || !wish) throw new Missing();
  const ways = contactWays.map((way) => ({ way, whyNot: whyNotWay(way, person) }));
  return { ...wish, locale: person.locale, serves: person.serves, ways };
}
