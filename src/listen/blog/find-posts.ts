import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import { hasRole, type Viewer } from '#community/people/index.ts';
import type { PostKind, PostStage } from './post.ts';

/** A post in a list. `titleEn`, `wordsEn`: null where nobody wrote English. `picture`: its first, with what is to be seen. */
export type PostRow = {
  number: number;
  kind: PostKind;
  stage: PostStage;
  title: string;
  words: string;
  titleEn: string | null;
  wordsEn: string | null;
  author: string;
  publishedAt: Date | null;
  publishAt: Date | null;
  comments: number;
  picture: { id: string; alt: string } | null;
};
export type PostList = { rows: PostRow[]; more: boolean };
export type Month = { month: string; posts: number };

/** What everybody reads, newest first, `limit` a page; of one month (YYYY-MM) if given. */
export async function findPosts(
  communityId: number,
  asked: { month?: string | undefined; page?: number; limit: number },
): Promise<PostList> {
  const { month, page = 1, limit } = asked;
  const rows = await listed(communityId)
    .where('blog_posts.stage', '=', 'published')
    .$if(month !== undefined, (query) => query.where(monthOf, '=', month ?? ''))
    .orderBy('blog_posts.published_at', 'desc')
    .orderBy('blog_posts.id', 'desc')
    .limit(limit + 1)
    .offset((page - 1) * limit)
    .execute();
  return { rows: rows.slice(0, limit).map(toRow), more: rows.length > limit };
}

/** What the desk works on: what isn't published yet first, then newest first; at most 100. Next door only one's own. */
export async function findDeskPosts(viewer: Viewer, communityId: number): Promise<PostRow[]> {
  const office = hasRole(viewer, communityId, 'community_secretary', 'community_worker');
  const rows = await listed(communityId)
    .$if(!office, (query) => query.where('blog_posts.author_id', '=', viewer.personId))
    .orderBy(sql`blog_posts.stage in ('draft', 'scheduled') desc`)
    .orderBy(sql`coalesce(blog_posts.published_at, blog_posts.written_at) desc`)
    .limit(100)
    .execute();
  return rows.map(toRow);
}

/** The months in which something was published, newest first. */
export async function findMonths(communityId: number): Promise<Month[]> {
  return database()
    .selectFrom('blog_posts')
    .select([monthOf.as('month'), sql<number>`count(*)::int`.as('posts')])
    .where('community_id', '=', communityId)
    .where('stage', '=', 'published')
    .groupBy(monthOf)
    .orderBy('month', 'desc')
    .execute();
}

const monthOf = sql<string>`to_char(blog_posts.published_at at time zone 'Asia/Shanghai', 'YYYY-MM')`;

type Row = Omit<PostRow, 'picture'> & { pictureId: string | null; pictureAlt: string | null };

function listed(communityId: number) {
  const first = (column: string) => sql<string | null>`(select ${sql.ref(column)} from blog_pictures p
    where p.community_id = blog_posts.community_id and p.post_id = blog_posts.id and p.taken_down_at is null
    order by p.added_at, p.id limit 1)`;
  return database()
    .selectFrom('blog_posts')
    .innerJoin('blog_post_versions as said', (join) =>
      join
        .onRef('said.community_id', '=', 'blog_posts.community_id')
        .onRef('said.post_id', '=', 'blog_posts.id')
        .onRef('said.version', '=', 'blog_posts.version'),
    )
    .innerJoin('people', 'people.id', 'blog_posts.author_id')
    .select([
      'blog_posts.number',
      'blog_posts.kind',
      'blog_posts.stage',
      'said.title',
      'said.words',
      'said.title_en as titleEn',
      'said.words_en as wordsEn',
      sql<string>`coalesce(people.name, '')`.as('author'),
      'blog_posts.published_at as publishedAt',
      'blog_posts.publish_at as publishAt',
      sql<number>`(select count(*)::int from blog_comments c where c.community_id = blog_posts.community_id
        and c.post_id = blog_posts.id and c.stage = 'shown' and c.erased_at is null)`.as('comments'),
      first('p.id').as('pictureId'),
      first('p.alt').as('pictureAlt'),
    ])
    .$narrowType<Pick<PostRow, 'kind' | 'stage'>>()
    .where('blog_posts.community_id', '=', communityId);
}

function toRow({ pictureId, pictureAlt, ...row }: Row): PostRow {
  return { ...row, picture: pictureId === null ? null : { id: pictureId, alt: pictureAlt ?? '' } };
}
