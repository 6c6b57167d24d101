import { Missing } from '#foundation/refusal.ts';
import { findDistrictView } from '#statistics/index.ts';
import { sayMoment } from '../../../say-date.ts';
import { comparisonRows, mixChart } from '../../comparison-rows.ts';
import { staffOnly } from '../../shell.ts';
import { sumOf } from '../../sum-of.ts';
import type { PageServerLoad } from './$types';

/** The district compares and learns; it reads no voice and names nobody. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const viewer = staffOnly(locals);
  if (!/^\d{1,9}$/.test(params.district)) throw new Missing();
  const view = await findDistrictView(viewer, Number(params.district));
  return {
    name: view.district.name,
    at: sayMoment(view.at),
    sum: sumOf(view.together.account),
    rows: comparisonRows(view.communities, view.together, view.categories, locals.locale, 'street'),
    mix: mixChart(view.categories, locals.locale),
  };
};
