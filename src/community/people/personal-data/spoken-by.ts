import type { SelectQueryBuilder } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Act } from '#foundation/server/perform.ts';

/** The ids of the voices somebody spoke under their own name in one community; none for nobody. */
export function spokenBy(
  { trx }: Pick<Act, 'trx'>,
  communityId: number,
  personId: string | null,
): SelectQueryBuilder<DB, 'voices' | 'reporters', { id: string }> {
  return trx
    .selectFrom('voices')
    .innerJoin('reporters', (join) =>
      join.onRef('reporters.community_id', '=', 'voices.community_id').onRef('reporters.id', '=', 'voices.reporter_id'),
    )
    .select('voices.id')
    .where('voices.community_id', '=', communityId)
    .where('reporters.person_id', '=', personId);
}
