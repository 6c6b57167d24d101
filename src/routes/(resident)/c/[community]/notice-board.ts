import { remembered } from '#foundation/remembered.ts';
import { findWhoServes } from '#community/people/index.ts';
import { findBuildings } from '#community/places/index.ts';
import { findCategories, findMonthFigures, findPublicVoices } from '#listen/voices/index.ts';

// What hangs on the notice board of a community: the same for everybody, read again every twenty seconds.

const span = 20;
export const monthOf = remembered(span, findMonthFigures);
export const servingAt = remembered(span, findWhoServes);
export const buildingsOf = remembered(span, findBuildings);
/** Published matters with a date agreed upon. */
export const scheduledAt = remembered(span, (communityId: number) => findPublicVoices(communityId, { stage: 'scheduled', limit: 20 }));
const everywhere = remembered(span, () => findCategories());

export function categories(): ReturnType<typeof findCategories> {
  return everywhere('all');
}
