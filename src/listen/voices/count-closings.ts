import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { visibleTo } from './voice-access.ts';

/** One month (`YYYY-MM`, Asia/Shanghai). `undone`: closed in that month and opened again since, so not counted as closed (V8). */
export type MonthOfClosings = { month: string; confirmed: number; documented: number; undone: number };

/** Closings per month that still stand. Closing twice doesn't count twice, and a closing that didn't hold doesn't count. */
export async function countClosings(viewer: Viewer, communityId: number, span: { from: Date; to: Date }): Promise<MonthOfClosings[]> {
  const undone = sql<boolean>`exists (select from voice_reopenings r where r.community_id = voices.community_id
    and r.voice_id = voices.id and r.round > voice_closings.round)`;
  return database()
    .selectFrom('voices')
    .innerJoin('voice_closings', (join) =>
      join.onRef('voice_closings.community_id', '=', 'voices.community_id').onRef('voice_closings.voice_id', '=', 'voices.id'),
    )
    .select((eb) => [
      sql<string>`to_char(voice_closings.closed_at at time zone 'Asia/Shanghai', 'YYYY-MM')`.as('month'),
      eb.fn
        .countAll<number>()
        .filterWhere(sql<boolean>`voice_closings.kind = 'confirmed' and not ${undone}`)
        .as('confirmed'),
      eb.fn
        .countAll<number>()
        .filterWhere(sql<boolean>`voice_closings.kind = 'documented' and not ${undone}`)
        .as('documented'),
      eb.fn.countAll<number>().filterWhere(undone).as('undone'),
    ])
    .where(visibleTo(viewer, communityId))
    .where('voice_closings.closed_at', '>=', span.from)
    .where('voice_closings.closed_at', '<', span.to)
    .groupBy('month')
    .orderBy('month')
    .execute();
}
