import { findHomes, findVisitFigures, findVisitPlan, findVisits, type PlannedHousehold, type VisitRow } from '#listen/visits/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { sayDay, sayMoment } from '../../../../say-date.ts';
import { dueWord, resultWord, stepWord } from '../../../../visit-words.ts';
import { visitsDeskAt } from './visits-desk.ts';
import type { PageServerLoad } from './$types';

/** Whom to visit this week, what isn't finished, and a household to look for. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await visitsDeskAt(locals, params.community);
  const { id, slug } = community;
  const tab = url.searchParams.get('tab');
  const view = tab === 'open' || tab === 'closed' ? tab : 'week';
  const sought = url.searchParams.get('find')?.trim() ?? '';
  const [plan, figures, open, rows, found] = await Promise.all([
    findVisitPlan(viewer, id),
    findVisitFigures(viewer, id),
    findVisits(viewer, id, 'open'),
    view === 'closed' ? findVisits(viewer, id, 'closed') : [],
    sought ? findHomes(viewer, id, sought) : [],
  ]);
  return {
    slug,
    view,
    sought,
    found: found.map((home) => ({ id: home.id, address: home.address, href: paths.visitedHome(slug, home.id) })),
    done: url.searchParams.has('done'),
    figures: [
      { value: figures.done, label: m.visits_result_done() },
      { value: figures.nobodyHome, label: m.visits_result_nobody_home() },
      { value: figures.refused, label: m.visits_result_refused() },
      { value: figures.late, label: m.visits_figure_late() },
    ],
    waiting: m.visits_waiting({ due: plan.due, households: plan.households }),
    counts: { week: plan.week.length, open: open.length },
    week: plan.week.map((home) => weekRow(slug, home)),
    visits: (view === 'open' ? open : rows).map((row) => visitRow(slug, row)),
  };
};

function weekRow(slug: string, { householdId, address, reason, twoPeople, planned, late }: PlannedHousehold) {
  return {
    id: householdId,
    href: paths.visitedHome(slug, householdId),
    address,
    why: [dueWord(reason), twoPeople && m.visits_two()].filter(Boolean).join(' · '),
    when: planned ? sayDay(planned.at) : '',
    who: planned ? [planned.officer, planned.companion].filter(Boolean).join(m.rights_comma()) : m.visits_nobody_yet(),
    light: late ? ('red' as const) : ('none' as const),
  };
}

function visitRow(slug: string, { id, address, at, result, stage, officer }: VisitRow) {
  return { id, href: paths.visit(slug, id), address, when: sayMoment(at), how: resultWord(result), stage: stepWord(stage), who: officer };
}
