import { commentTabs, countComments, findDeskComments } from '#listen/blog/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { sayDay, sayDistance } from '../../../../say-date.ts';
import { commentsDeskAt } from './comments-desk.ts';
import type { PageServerLoad } from './$types';

/** The comments by what is to be done about them, and how much of it there is. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await commentsDeskAt(locals, params.community);
  const asked = url.searchParams.get('tab');
  const tab = commentTabs.find((one) => one === asked) ?? 'waiting';
  const [rows, counts] = await Promise.all([findDeskComments(viewer, community.id, tab), countComments(viewer, community.id)]);
  const many = { waiting: counts.waiting, appeals: counts.appeals, shown: undefined, decided: undefined };
  return {
    summary: m.blog_queue_summary(counts),
    tabs: commentTabs.map((one) => ({
      href: paths.commentsDesk(community.slug, one),
      text: m[`blog_tab_${one}`](),
      here: one === tab,
      ...(many[one] !== undefined && { count: many[one] }),
    })),
    comments: rows.map(({ id, words, title, at, dueAt, late, reports, reminded }) => ({
      id,
      href: paths.commentDesk(community.slug, id),
      words: Array.from(words).slice(0, 80).join(''),
      title,
      day: sayDay(at),
      due:
        dueAt && (tab === 'waiting' || tab === 'appeals')
          ? { word: sayDistance(dueAt), note: sayDay(dueAt), iso: dueAt.toISOString() }
          : null,
      light: late && (tab === 'waiting' || tab === 'appeals') ? ('red' as const) : ('none' as const),
      marks: [reports > 0 ? m.blog_queue_reports({ count: reports }) : null, reminded ? m.blog_queue_reminded() : null]
        .filter(Boolean)
        .join(' · '),
    })),
  };
};
