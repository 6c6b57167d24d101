import { remembered } from '#foundation/remembered.ts';
import { findWhoServes } from '#community/people/index.ts';
import { findBuildings } from '#community/places/index.ts';
import { findCategories, findMonthFigures } from '#listen/voices/index.ts';

// What hangs on the notice board of a community: the same for everybody, read again every twenty seconds.

const span = 20;
export const monthOf = remembered(span, findMonthFigures);
export const servingAt = remembered(span, findWhoServes);
export const buildingsOf = remembered(span, findBuildings);
const everywhere = remembered(span, () => findCategories());

export function categories(): ReturnType<typeof findCategories> {
  return everywhere('all');
}
