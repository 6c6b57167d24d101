import { notifyAll } from '#community/notices/index.ts';
import { findServing, theClock } from '#community/people/index.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import { installation } from '#foundation/server/installation.ts';
import { perform, type Act } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { reachPost } from './load-post.ts';
import { takeStep } from './take-step.ts';

export type Tended = { published: number; takenDown: number; reminded: number };

/** What the clock does for all blogs: publishes what is due, takes down pictures somebody objected to, reminds of what waits too long. */
export async function tendBlog(at?: Date, within?: Act): Promise<Tended> {
  const now = at ?? (await databaseTime());
  return { published: await publishDue(now, within), takenDown: await takeDownObjected(now), reminded: await remindOfWaiting(now) };
}

async function publishDue(now: Date, within?: Act): Promise<number> {
  const due = await (within?.trx ?? database())
    .selectFrom('blog_posts')
    .select(['community_id as communityId', 'number'])
    .where('stage', '=', 'scheduled')
    .where('publish_at', '<=', now)
    .orderBy('publish_at')
    .limit(500)
    .execute();
  for (const ref of due) {
    await perform({ actor: 'clock', verb: 'blog.publish_due', input: null }, { within, now }, async (act) => {
      const post = await reachPost(act.trx, ref);
      // Somebody may have changed the hour since.
      if (post.stage === 'scheduled' && post.publishAt && post.publishAt <= act.now) await takeStep(act, theClock, post, 'published');
      return null;
    });
  }
  return due.length;
}

async function takeDownObjected(now: Date): Promise<number> {
  const due = await database()
    .selectFrom('blog_picture_objections as o')
    .innerJoin('blog_pictures as p', (join) => join.onRef('p.community_id', '=', 'o.community_id').onRef('p.id', '=', 'o.picture_id'))
    .select(['p.community_id as communityId', 'p.id'])
    .distinct()
    .where('o.due_at', '<=', now)
    .where('p.taken_down_at', 'is', null)
    .execute();
  for (const { communityId, id } of due) {
    await perform({ actor: 'clock', verb: 'blog.picture_due', input: null }, { now }, async (act) => {
      const taken = await act.trx
        .updateTable('blog_pictures')
        .set({ taken_down_at: act.now, alt: '-' })
        .where('community_id', '=', communityId)
        .where('id', '=', id)
        .where('taken_down_at', 'is', null)
        .returning('id')
        .executeTakeFirst();
      const event = { communityId, name: 'blog.picture_taken_down', subjectId: id, actorId: null, actorRole: 'system' };
      if (taken) await recordEvent(act, event);
      return null;
    });
    await installation().pictures.remove(String(communityId), id);
  }
  return due.length;
}

/** Once for each comment, an hour of the clock after nobody has looked in time; the desk shows it in red. */
async function remindOfWaiting(now: Date): Promise<number> {
  return perform({ actor: 'clock', verb: 'blog.remind', input: null }, { now }, async (act) => {
    const late = await act.trx
      .updateTable('blog_comments')
      .set({ reminded_at: act.now })
      .where('stage', '=', 'waiting')
      .where('due_at', '<', act.now)
      .where('reminded_at', 'is', null)
      .returning(['community_id as communityId', 'id', 'due_at as dueAt', 'sealed'])
      .execute();
    for (const { communityId, id, dueAt, sealed } of late) {
      const event = { communityId, name: 'blog.comment_overdue', subjectId: id, actorId: null, actorRole: 'system', dueAt, late: true };
      await recordEvent(act, event);
      await remindDeciders(act, communityId, id, sealed);
    }
    return late.length;
  });
}

/** Those who may decide about this comment; never anybody it is about. */
async function remindDeciders(act: Act, communityId: number, id: string, sealed: string): Promise<void> {
  const deciding = { none: ['community_worker', 'community_secretary'], named: ['community_secretary'], street: ['street_supervisor'] };
  const roles = sealed === 'none' || sealed === 'named' ? deciding[sealed] : deciding.street;
  const named = await act.trx
    .selectFrom('blog_comment_named')
    .select('person_id')
    .where('community_id', '=', communityId)
    .where('comment_id', '=', id)
    .execute();
  const serving = await findServing(act.trx, communityId, act.now);
  const people = serving.filter(
    (one) => one.roles.some((role) => roles.includes(role)) && !named.some(({ person_id }) => person_id === one.personId),
  );
  const about = { kind: 'blog_comment', id };
  const notice = { communityId, topic: 'duty', template: 'blog.overdue', about, event: id } as const;
  await notifyAll(
    act,
    notice,
    people.map(({ personId }) => personId),
  );
}
