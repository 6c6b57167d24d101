import { findVisitPlan } from '#listen/visits/index.ts';
import { m } from '#words';
import { sayDay } from '../../../../../say-date.ts';
import { dueWord } from '../../../../../visit-words.ts';
import { visitsDeskAt } from '../visits-desk.ts';
import type { PageServerLoad } from './$types';

/** This week's doors on paper: an officer's own, or everybody's for the office. Lines to write on, no names. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { viewer, community } = await visitsDeskAt(locals, params.community);
  const { week } = await findVisitPlan(viewer, community.id);
  const name = locals.locale === 'en' ? (community.nameEn ?? community.name) : community.name;
  return {
    slug: community.slug,
    lead: m.visits_sheet_lead({ community: name, day: sayDay(new Date()), name: viewer.name ?? '' }),
    doors: week.map(({ householdId, address, reason, twoPeople, planned }) => ({
      id: householdId,
      address,
      why: [dueWord(reason), twoPeople && m.visits_two(), planned && sayDay(planned.at)].filter(Boolean).join(' · '),
    })),
  };
};
