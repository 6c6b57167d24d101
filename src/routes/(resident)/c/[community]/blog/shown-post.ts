import type { PostRow } from '#listen/blog/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { sayDay } from '../../../say-when.ts';
import { beginningOf, readIn } from './said-in.ts';

/** A post as a list shows it. */
export type ShownPost = ReturnType<typeof shownPost>;

export function shownPost(slug: string, row: PostRow, locale: 'zh-CN' | 'en') {
  const { title, words, lang } = readIn(row, locale);
  return {
    href: paths.blogPost(slug, row.number),
    title,
    lang,
    beginning: beginningOf(words),
    announcement: row.kind === 'announcement',
    about: [
      row.author,
      row.publishedAt && sayDay(row.publishedAt),
      row.comments > 0 ? m.blog_comments_count({ count: row.comments }) : null,
    ]
      .filter(Boolean)
      .join(' · '),
    picture: row.picture && { src: paths.blogPicture(slug, row.picture.id, 'thumbnail'), alt: row.picture.alt },
  };
}
