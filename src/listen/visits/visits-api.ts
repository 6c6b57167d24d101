import { z } from 'zod';
import { communityOf, communityServedBy, endpoint } from '#community/programs/index.ts';
import { m } from '#words';
import { findVisitFigures } from './find-visit-figures.ts';
import { findVisitPlan } from './find-visit-plan.ts';
import { recordVisit } from './record-visit.ts';
import { recordVisitInput } from './record-visit-input.ts';
import { wishVisits, wishVisitsInput } from './wish-visits.ts';

// Visits for programs: whom to visit, and what was written down. The words of a record have no address here: they open
// on a page, where whoever looks is written down.

const home = z
  .strictObject({
    householdId: z.uuid(),
    address: z.string(),
    reason: z.enum(['emergency', 'asked', 'monthly', 'rhythm']),
    twoPeople: z.boolean(),
    plannedFor: z.iso.datetime().nullable(),
  })
  .meta({ id: 'HouseholdToVisit' });

export const visitsApi = [
  endpoint({
    id: findVisitPlan.name,
    method: 'get',
    path: '/communities/{slug}/visits/plan',
    tag: m.api_tag_visits,
    summary: m.api_find_visit_plan,
    key: { scope: 'voices:read' },
    answer: z.strictObject({ week: z.array(home), due: z.int(), households: z.int() }),
    run: async ({ viewer, params }) => {
      const { id } = await communityServedBy(viewer, params);
      const { week, due, households } = await findVisitPlan(viewer, id);
      const rows = week.map(({ householdId, address, reason, twoPeople, planned }) => ({
        householdId,
        address,
        reason,
        twoPeople,
        plannedFor: planned?.at.toISOString() ?? null,
      }));
      return { week: rows, due, households };
    },
  }),
  endpoint({
    id: findVisitFigures.name,
    method: 'get',
    path: '/communities/{slug}/visits/figures',
    tag: m.api_tag_visits,
    summary: m.api_find_visit_figures,
    key: { scope: 'voices:read' },
    answer: z.strictObject({ done: z.int(), nobodyHome: z.int(), refused: z.int(), late: z.int() }),
    run: async ({ viewer, params }) => findVisitFigures(viewer, (await communityServedBy(viewer, params)).id),
  }),
  endpoint({
    id: recordVisit.name,
    method: 'post',
    path: '/communities/{slug}/visits',
    tag: m.api_tag_visits,
    summary: m.api_record_visit,
    key: { scope: 'voices:write' },
    body: recordVisitInput,
    answer: z.strictObject({ visitId: z.uuid(), numbers: z.array(z.string()), late: z.boolean(), closed: z.boolean() }),
    run: async ({ viewer, params, body, how }) => recordVisit(viewer, (await communityOf(params)).id, body, [], how),
  }),
  endpoint({
    id: wishVisits.name,
    method: 'post',
    path: '/communities/{slug}/visit-wishes',
    tag: m.api_tag_visits,
    summary: m.api_wish_visits,
    key: { scope: 'voices:write' },
    body: wishVisitsInput,
    answer: z.strictObject({ householdId: z.uuid() }),
    run: async ({ viewer, params, body, how }) => wishVisits(viewer, (await communityOf(params)).id, body, how),
  }),
];
