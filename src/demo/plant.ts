import { sql } from 'kysely';
import { shiftDay, shanghaiDay, startOfShanghaiDay } from '#foundation/calendar/index.ts';
import { Refused } from '#foundation/refusal.ts';
import { currentCalendar } from '#foundation/server/current-calendar.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import { summariseDays } from '#listen/voices/index.ts';
import { crowdOf } from './crowd.ts';
import { drawPictures } from './draw-pictures.ts';
import type { Life } from './life.ts';
import { play, type Say } from './play.ts';
import { plantOpen311 } from './plant-open311.ts';
import { plantPeople } from './plant-people.ts';
import { plantPlaces } from './plant-places.ts';
import { roomsOfTown } from './rooms.ts';
import { storiesOf } from './stories/index.ts';
import { stuckIn } from './stuck.ts';
import { shapesOf, type Size } from './town-shape.ts';
import type { Ground, Town } from './town.ts';

/** How many days ago the houses were entered and the roles began: before the oldest voice. */
const begun = 460;

/**
 * Plants the demo town into an empty installation: places, people and a year of voices up to `today` (a Shanghai day;
 * the current one unless given). All of it or nothing. Throws Refused (`demo.not_empty`) when anybody lives here already.
 * `stopped`: lives that could not be played to their end (none, as far as anybody knows).
 */
export async function plantDemoTown(size: Size, say?: Say, today?: string): Promise<{ stopped: string[] }> {
  const now = await databaseTime();
  const day = today ?? shanghaiDay(now);
  const pictures = await drawPictures();
  const planted = await database()
    .transaction()
    .execute(async (trx) => {
      const claimed = await trx
        .insertInto('installations')
        .values({ kind: 'demo', installed_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .returning('one')
        .executeTakeFirst();
      const somebody = await trx.selectFrom('communities').select('id').limit(1).executeTakeFirst();
      if (!claimed || somebody) throw new Refused('demo.not-empty');
      const ground: Ground = { trx, today: day, calendar: await currentCalendar(trx) };
      const { town, lives } = await planTown(ground, size);
      await plantOpen311(
        ground,
        Object.values(town.communities).map(({ id }) => id),
        startOfShanghaiDay(shiftDay(day, -begun)),
      );
      await sql`analyze places, people, roles`.execute(trx);
      const stopped = await play(ground, town, lives, pictures, say);
      for (const plantRoom of roomsOfTown) await plantRoom(ground, town);
      return { stopped };
    });
  // Two weeks of daily sums for the public ledger, which is only just beginning.
  await summariseDays({ now }, shiftDay(day, -14));
  return planted;
}

/** Builds the houses, brings in the people and writes down every life, without playing any. The same day gives the same. */
export async function planTown(ground: Ground, size: Size): Promise<{ town: Town; lives: Life[] }> {
  const { today, calendar } = ground;
  const since = startOfShanghaiDay(shiftDay(today, -begun));
  const area = await plantPlaces(ground, shapesOf(size), since);
  const town = { today, calendar, horizon: startOfShanghaiDay(today), ...(await plantPeople(ground, area, since)) };
  const lives = Object.values(town.communities).flatMap((community) => {
    const told = [...storiesOf(town, community), ...stuckIn(town, community)];
    return [...told, ...crowdOf(town, community, community.shape.voices - told.length)];
  });
  return { town, lives };
}
