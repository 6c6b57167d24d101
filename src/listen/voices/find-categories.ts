import { database } from '#foundation/server/database.ts';

/** What voices are about, as rows an installation may change; names in both languages. */
export type Category = { code: string; zh: string; en: string };

export function findCategories(): Promise<Category[]> {
  return database()
    .selectFrom('categories')
    .select(['code', 'name_zh as zh', 'name_en as en'])
    .where('ended_at', 'is', null)
    .orderBy('sort')
    .execute();
}
