import { Forbidden } from '#foundation/refusal.ts';
import {
  findPeople,
  findRoleChoices,
  mayKeepProgramKeys,
  whyNotPrintCard,
  whyNotReadPeople,
  whyNotReadSecurityEvents,
} from '#community/people/index.ts';
import { sayDay } from '../../../../say-date.ts';
import { communityOf } from './community-of.ts';
import type { PageServerLoad } from './$types';

/** Who serves this community, and who oversees it. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { viewer, community } = await communityOf(locals, params.community);
  if (whyNotReadPeople(viewer, community.id)) throw new Forbidden();
  const [people, choices] = await Promise.all([findPeople(viewer, community.id), findRoleChoices(viewer, community.id)]);
  return {
    slug: community.slug,
    people: people.map(({ personId, name, username, waiting, roles }) => ({
      personId,
      name,
      username,
      waiting,
      roles: roles.map(({ id, role, where, startsAt, endsAt }) => ({
        id,
        role,
        where,
        since: sayDay(startsAt),
        until: endsAt && sayDay(endsAt),
      })),
    })),
    withoutStreet: !people.some(({ roles }) => roles.some(({ role }) => role === 'street_supervisor' || role === 'district_supervisor')),
    mayInvite: choices.length > 0,
    mayKeepKeys: mayKeepProgramKeys(viewer, community.id),
    mayReadRecord: whyNotReadSecurityEvents(viewer, community.id) === null,
    mayPrint: whyNotPrintCard(viewer, community.id, null) === null,
  };
};
