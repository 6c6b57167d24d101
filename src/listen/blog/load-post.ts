import type { Kysely, Transaction } from 'kysely';
import type { DB } from '#db/schema.ts';
import { Missing } from '#foundation/refusal.ts';
import type { Post } from './post.ts';

/** A post by the number in its address. */
export type PostRef = { communityId: number; number: number };

/** For a command: locks the post and reads it. Throws Missing. */
export async function reachPost(trx: Transaction<DB>, ref: PostRef): Promise<Post> {
  const row = await query(trx, ref).forUpdate().executeTakeFirst();
  if (!row) throw new Missing();
  return row;
}

/** Null when there is none. Whether it may be seen is the caller's to ask. */
export async function loadPost(db: Kysely<DB>, ref: PostRef): Promise<Post | null> {
  return (await query(db, ref).executeTakeFirst()) ?? null;
}

function query(db: Kysely<DB>, { communityId, number }: PostRef) {
  // What isn't a number of ours is no post at all.
  const wanted = Number.isInteger(number) && number > 0 && number < 2 ** 31 ? number : 0;
  return db
    .selectFrom('blog_posts')
    .select([
      'community_id as communityId',
      'id',
      'number',
      'kind',
      'author_id as authorId',
      'stage',
      'version',
      'publish_at as publishAt',
      'published_at as publishedAt',
    ])
    .$narrowType<Pick<Post, 'kind' | 'stage'>>()
    .where('community_id', '=', communityId)
    .where('number', '=', wanted);
}
