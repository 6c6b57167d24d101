import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import { currentPreferences, type Preferences } from './current-preferences.ts';
import type { Locale } from './notice-words.ts';
import type { Reach } from './ways-to.ts';

/** Whom something goes to: by which ways they can be reached, in which language, and how they wish to hear. */
export type Addressee = {
  personId: string;
  locale: Locale;
  reach: Reach;
  wish: Preferences;
  community: { slug: string; name: string; phone: string | null };
};

/** Null when the sign-in was closed or erased meanwhile. */
export async function findAddressee(communityId: number, personId: string): Promise<Addressee | null> {
  const row = await database()
    .selectFrom('people')
    .innerJoin('communities', (join) => join.on('communities.id', '=', communityId))
    .select([
      'people.locale',
      sql<boolean>`people.phone_sealed is not null`.as('phone'),
      sql<boolean>`people.email_sealed is not null`.as('email'),
      sql<boolean>`people.wechat_sealed is not null`.as('wechat'),
      sql<boolean>`exists (select from roles where roles.person_id = people.id and roles.role <> 'resident'
        and roles.ended_at is null and (roles.ends_at is null or roles.ends_at > clock_timestamp()))`.as('serves'),
      'communities.slug',
      'communities.name',
      'communities.name_en',
      'communities.phone as office',
    ])
    .where('people.id', '=', personId)
    .where('people.ended_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  const wish = (await currentPreferences(database(), communityId, [personId])).get(personId);
  if (!wish) return null;
  const { phone, email, wechat, serves, slug, office } = row;
  const locale = row.locale === 'en' ? 'en' : 'zh-CN';
  const name = locale === 'en' ? (row.name_en ?? row.name) : row.name;
  return { personId, locale, reach: { phone, email, wechat, serves }, wish, community: { slug, name, phone: office } };
}
