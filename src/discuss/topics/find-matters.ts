import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { database } from '#foundation/server/database.ts';
import type { Matter } from './power-check.ts';
import type { Body, Effect } from './topic.ts';

/** The table of the power check, in its order. */
export async function listMatters(): Promise<Matter[]> {
  return mattersOf(database()).execute();
}

export async function findMatter(db: Kysely<DB>, code: string): Promise<Matter | null> {
  return (await mattersOf(db).where('code', '=', code).executeTakeFirst()) ?? null;
}

function mattersOf(db: Kysely<DB>) {
  return db
    .selectFrom('topic_matters')
    .select(['code', 'name_zh as nameZh', 'name_en as nameEn', 'delegable', 'articles', 'passing'])
    .select(['must_study as mustStudy', 'must_consult as mustConsult'])
    .select([sql<readonly Body[]>`bodies`.as('bodies'), sql<readonly Effect[]>`effects`.as('effects')])
    .$narrowType<Pick<Matter, 'passing'>>()
    .orderBy('sort')
    .orderBy('code');
}
