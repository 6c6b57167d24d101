import { Missing } from '#foundation/refusal.ts';
import { findStreetView } from '#statistics/index.ts';
import { sayMoment } from '../../../say-date.ts';
import { comparisonRows, mixChart } from '../../comparison-rows.ts';
import { staffOnly } from '../../shell.ts';
import { sumOf } from '../../sum-of.ts';
import { inboxRow } from './inbox-row.ts';
import type { PageServerLoad } from './$types';

/** The street office's morning: what waits for it, then how its communities stand. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const viewer = staffOnly(locals);
  if (!/^\d{1,9}$/.test(params.street)) throw new Missing();
  const view = await findStreetView(viewer, Number(params.street));
  return {
    name: view.street.name,
    district: view.street.districtName,
    at: sayMoment(view.at),
    sum: sumOf(view.together.account),
    inbox: { count: view.inbox.count, sealed: view.inbox.sealed, rows: view.inbox.first.map((voice) => inboxRow(voice, locals.locale)) },
    rows: comparisonRows(view.communities, view.together, view.categories, locals.locale, null),
    mix: mixChart(view.categories, locals.locale),
  };
};
