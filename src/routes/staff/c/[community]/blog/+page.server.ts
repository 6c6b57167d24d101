import { findDeskPosts, whyNotSteer } from '#listen/blog/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { refusalWords } from '../../../../refusal-words.ts';
import { sayDay, sayMoment } from '../../../../say-date.ts';
import { blogDeskAt } from './blog-desk.ts';
import type { PageServerLoad } from './$types';

/** All posts, what isn't published yet first. Whoever writes next door sees only their own. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { viewer, community, whyNot } = await blogDeskAt(locals, params.community);
  const posts = await findDeskPosts(viewer, community.id);
  return {
    slug: community.slug,
    whyNot: whyNot && refusalWords(whyNot),
    steers: whyNotSteer(viewer, community.id) === null,
    posts: posts.map(({ number, title, author, stage, kind, publishAt, publishedAt, comments }) => ({
      number,
      href: paths.postDesk(community.slug, number),
      title,
      author,
      kind: m[`blog_kind_${kind}`](),
      stage: m[`blog_stage_${stage}`](),
      when: publishAt ? sayMoment(publishAt) : publishedAt ? sayDay(publishedAt) : '',
      comments: comments > 0 ? m.blog_comments_count({ count: comments }) : '',
    })),
  };
};
