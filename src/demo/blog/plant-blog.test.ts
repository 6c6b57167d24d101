import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { currentCalendar } from '#foundation/server/current-calendar.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { findDecisions, findPosts } from '#listen/blog/index.ts';
import type { Community, Person, Town } from '../town.ts';
import { blogTexts } from './texts.ts';
import { plantBlog } from './plant-blog.ts';

useDatabase();

it('a year of posts, two appeals with two outcomes, and one comment that became a voice', async () => {
  const world = await makeWorld();
  const residents = await Promise.all(['One', 'Two', 'Three'].map((name) => makePerson(world, 'resident', name)));
  const supervisory = await makePerson(world, 'supervisory_member', 'Member');
  const community = {
    id: world.communityId,
    secretary: person(world.secretary),
    workers: [world.worker, world.colleague].map(person),
    supervisory: person(supervisory),
    residents: residents.map(person),
  } as Community;
  const today = shanghaiDay(new Date());
  const town = { communities: { A: community } } as Town;
  const calendar = await currentCalendar();
  await database()
    .transaction()
    .execute((trx) => plantBlog({ trx, today, calendar }, town));
  expect((await findPosts(world.communityId, { limit: 20 })).rows).toHaveLength(blogTexts.length);
  const { rows } = await findDecisions(world.communityId);
  expect(rows.map(({ rule, outcome }) => [rule, outcome])).toEqual([
    [4, 'reversed'],
    [3, 'kept'],
  ]);
  const voices = await database().selectFrom('voices').select('channel').where('community_id', '=', world.communityId).execute();
  expect(voices).toEqual([{ channel: 'blog_comment' }]);
});

function person(viewer: Viewer): Person {
  return { viewer } as Person;
}
