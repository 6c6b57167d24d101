import { database } from '#foundation/server/database.ts';
import type { Category } from '#listen/voices/index.ts';

/** All categories a voice was ever sorted into, in their order; ended ones too, because old voices still carry them. */
export function findEveryCategory(): Promise<Category[]> {
  return database().selectFrom('categories').select(['code', 'name_zh as zh', 'name_en as en']).orderBy('sort').execute();
}
