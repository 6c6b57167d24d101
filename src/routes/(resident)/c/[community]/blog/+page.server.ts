import { findMonths, findPosts } from '#listen/blog/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { sayMonth } from '../../../say-when.ts';
import { shownPost } from './shown-post.ts';
import type { PageServerLoad } from './$types';

/** The blog, newest first; of one month if asked. A page or a month nobody offers counts as none. */
export const load: PageServerLoad = async ({ parent, url, locals }) => {
  const { id, slug } = (await parent()).community;
  const asked = url.searchParams.get('month') ?? '';
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : undefined;
  const wanted = Number(url.searchParams.get('page') ?? 1);
  const page = Number.isInteger(wanted) && wanted > 0 && wanted <= 1000 ? wanted : 1;
  const [found, months] = await Promise.all([findPosts(id, { month, page, limit: 8 }), findMonths(id)]);
  return {
    month: month ? monthName(month) : null,
    posts: found.rows.map((row) => shownPost(slug, row, locals.locale)),
    newer: page > 1 ? paths.blog(slug, { month, page: page > 2 ? page - 1 : undefined }) : null,
    older: found.more ? paths.blog(slug, { month, page: page + 1 }) : null,
    months: months.map(({ month: name, posts }) => ({
      href: paths.blog(slug, { month: name }),
      word: m.blog_month_count({ month: monthName(name), count: posts }),
      here: name === month,
    })),
  };
};

function monthName(month: string): string {
  return m.blog_month_name({ month: sayMonth(`${month}-01`), year: month.slice(0, 4) });
}
