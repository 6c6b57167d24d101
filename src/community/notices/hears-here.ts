import { sql } from 'kysely';
import type { Database } from '#foundation/server/database.ts';
import type { Locale } from './notice-words.ts';
import type { Reach } from './ways-to.ts';

/** Somebody who lives or serves in a community, as far as telling them goes; null for anybody else. */
export async function hearsHere(db: Database, communityId: number, personId: string): Promise<(Reach & { locale: Locale }) | null> {
  const row = await db
    .selectFrom('people')
    .select([
      'people.locale',
      sql<boolean>`people.phone_sealed is not null`.as('phone'),
      sql<boolean>`people.email_sealed is not null`.as('email'),
      sql<boolean>`people.wechat_sealed is not null`.as('wechat'),
      sql<boolean>`exists (select from roles where roles.person_id = people.id and roles.role <> 'resident' and roles.ended_at is null
        and (roles.ends_at is null or roles.ends_at > clock_timestamp()))`.as('serves'),
    ])
    .where('people.id', '=', personId)
    .where('people.ended_at', 'is', null)
    .where(
      sql<boolean>`exists (select from roles join communities here on here.id = ${communityId} join streets on streets.id = here.street_id
        where roles.person_id = people.id and roles.ended_at is null
        and (roles.community_id = here.id or roles.street_id = here.street_id or roles.district_id = streets.district_id))`,
    )
    .executeTakeFirst();
  if (!row) return null;
  return { ...row, locale: row.locale === 'en' ? 'en' : 'zh-CN' };
}
