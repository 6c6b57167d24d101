import { readMarkup } from '#foundation/text/plain-markup.ts';
import { makePaper } from '#foundation/papers/index.ts';
import { Missing } from '#foundation/refusal.ts';
import { remembered } from '#foundation/remembered.ts';
import { findPost } from '#listen/blog/index.ts';
import { nobody } from '#community/people/index.ts';
import { paths } from '#paths';
import { readingIn } from '../../../../../../display-choice.ts';
import { download } from '../../../../../../receipt-file.ts';
import { communityAt } from '../../../community-at.ts';
import { noticeOf } from '../../notice-of.ts';
import { readIn } from '../../said-in.ts';
import type { RequestHandler } from './$types';

/** An announcement for the notice board, A4. Made once a minute at most. */
export const GET: RequestHandler = async ({ params, locals, url }) => {
  return download(
    await sheet(`${url.origin} ${params.community} ${Number(params.post)} ${locals.locale}`),
    'pdf',
    `huiyin-notice-${Number(params.post)}`,
  );
};

const sheet = remembered(60, async (asked: string) => {
  const [origin = '', slug = '', number = '', locale] = asked.split(' ');
  const community = await communityAt(slug);
  const post = await findPost(nobody, { communityId: community.id, number: Number(number) });
  if (post.kind !== 'announcement') throw new Missing();
  const read = readIn(post.said, locale === 'en' ? 'en' : 'zh-CN');
  const address = `${origin}${paths.blogPost(slug, post.number)}`;
  const blocks = readMarkup(read.words);
  return makePaper(
    'announcement',
    await readingIn(read.lang, () => noticeOf(community, read, blocks, { author: post.author, at: post.publishedAt, address })),
  );
});
