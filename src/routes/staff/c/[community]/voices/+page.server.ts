import { redirect } from '@sveltejs/kit';
import { dropFilter, dropFilterInput, findFilters, saveFilter, saveFilterInput } from '#listen/saved-filters/index.ts';
import { countTabs, countVoices, findQueueFigures, findVoices, findVoicesInput, queueTabs } from '#listen/voices/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../form-action.ts';
import { mayEnter, voicesDeskAt } from '../../../shell.ts';
import { filterChoices, filterNames, narrowed } from './queue-filters.ts';
import { queueRow } from './queue-row.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const desk = await voicesDeskAt(locals, params.community);
  const { viewer, community } = desk;
  const asked = Object.fromEntries([...url.searchParams].filter(([, value]) => value !== ''));
  const read = findVoicesInput.safeParse(asked);
  // An address typed or kept from long ago that no longer makes sense opens the plain queue.
  if (!read.success) redirect(303, paths.queue(community.slug));
  const [{ rows, next }, tabs, { all }, figures, choices, filters] = await Promise.all([
    findVoices(viewer, community.id, read.data),
    countTabs(viewer, community.id),
    countVoices(viewer, community.id),
    findQueueFigures(viewer, community.id),
    filterChoices(community.id, locals.locale === 'en'),
    findFilters(viewer, community.id),
  ]);
  const chosen = Object.fromEntries(filterNames.map((name) => [name, asked[name] ?? '']));
  const { tab } = read.data;
  const here = narrowed(url, {});
  const query = new URL(here, url).search.slice(1);
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    tab,
    tabs: queueTabs.map((name) => ({
      href: narrowed(url, { tab: name === 'mine' ? null : name }),
      text: m[`voices_tab_${name}`](),
      count: tabs[name],
      here: tab === name,
    })),
    rows: rows.map((row) => queueRow(row, community.slug, viewer.personId)),
    nextPage: next && `${here}${query ? '&' : '?'}cursor=${encodeURIComponent(next)}`,
    firstPage: url.searchParams.has('cursor') ? here : null,
    sum: all,
    figures: { ...figures, percent: figures.answered === 0 ? null : Math.floor((figures.inTime * 100) / figures.answered) },
    overdueHref: narrowed(new URL(url.pathname, url), { tab: 'overdue' }),
    choices,
    chosen,
    filtered: Object.values(chosen).some((value) => value !== ''),
    plain: narrowed(new URL(url.pathname, url), { tab: tab === 'mine' ? null : tab }),
    query,
    saved: filters.map((filter) => ({
      id: filter.id,
      name: filter.name,
      href: `${url.pathname}?${filter.query}`,
      here: filter.query === query,
    })),
    mayEnter: mayEnter(desk),
  };
};

export const actions: Actions = {
  save: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await voicesDeskAt(event.locals, event.params.community);
      const input = parsed(saveFilterInput.safeParse({ query: '', ...form.values }));
      await saveFilter(viewer, community.id, input, { key: form.key });
      redirect(303, `${paths.queue(community.slug)}?${input.query}`);
    }),
  drop: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await voicesDeskAt(event.locals, event.params.community);
      await dropFilter(viewer, community.id, parsed(dropFilterInput.safeParse(form.values)), { key: form.key });
      redirect(303, paths.queue(community.slug));
    }),
};
