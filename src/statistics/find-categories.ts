import { database } from '#foundation/server/database.ts';

export type Category = { code: string; nameZh: string; nameEn: string; sort: number };

/** All categories a voice may ever have been sorted into, ended ones included. */
export async function findCategories(): Promise<Category[]> {
  return database().selectFrom('categories')
    .select(['code', 'name_zh as nameZh', 'name_en as nameEn', 'sort'])
    .orderBy('sort')
    .execute();
}
