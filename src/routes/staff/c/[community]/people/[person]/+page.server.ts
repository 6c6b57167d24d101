import { redirect } from '@sveltejs/kit';
import {
  askReset,
  disablePerson,
  disablePersonInput,
  dropReset,
  enablePerson,
  endRole,
  endRoleInput,
  findPerson,
  findReset,
  findRoleChoices,
  giveRole,
  giveRoleInput,
  hasRole,
  isSteppedUp,
  renewFirstPassword,
  secondReset,
} from '#community/people/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../../form-action.ts';
import { sayDay, sayMoment } from '../../../../../say-date.ts';
import { proven } from '../../../../proven.ts';
import { communityOf } from '../community-of.ts';
import { rolePlaces } from '../role-places.ts';
import type { Actions, PageServerLoad } from './$types';

/** Somebody who serves here: the roles they hold and held, and what may be done about them. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await communityOf(locals, params.community);
  const person = await findPerson(viewer, community.id, params.person);
  const own = viewer.personId === person.personId;
  const roles = own || person.closed ? [] : await findRoleChoices(viewer, community.id);
  const shown = (where: string) => (where === community.name && locals.locale === 'en' ? (community.nameEn ?? where) : where);
  const held = person.roles.filter(({ endedAt }) => endedAt === null);
  const leads = !own && !person.closed && held.length > 0 && held.every(({ whyNotEnd }) => whyNotEnd === null);
  const reset = await findReset(viewer, community.id, person.personId);
  return {
    slug: community.slug,
    here: url.pathname,
    key: crypto.randomUUID(),
    own,
    person: { ...person, roles: undefined },
    held: held.map(({ id, role, where, startsAt, endsAt, givenBy, whyNotEnd }) => ({
      id,
      role,
      where: shown(where),
      since: sayDay(startsAt),
      until: endsAt && sayDay(endsAt),
      givenBy,
      mayEnd: whyNotEnd === null,
    })),
    past: person.roles
      .filter(({ endedAt }) => endedAt !== null)
      .map(({ id, role, where, startsAt, endedAt, endedBy, endReason }) => ({
        id,
        role,
        where: shown(where),
        from: sayDay(startsAt),
        to: endedAt ? sayDay(endedAt) : '',
        endedBy,
        endReason,
      })),
    roles,
    places: await rolePlaces(community.id, roles),
    mayClose: leads,
    mayReset: leads && !person.waiting && !reset && person.username !== null,
    reset: reset && { ...reset, askedAt: sayMoment(reset.askedAt), expiresAt: undefined },
    mayOpen: person.closed && hasRole(viewer, community.id, 'administrator'),
    mayRenew: leads && person.waiting,
    steppedUp: isSteppedUp(locals.session, new Date()),
    done: doneWords(url.searchParams.get('done')),
  };
};

export const actions: Actions = {
  give: (event) =>
    proven(event, at(event.params), async (form) => {
      const { viewer, community } = await communityOf(event.locals, event.params.community);
      const input = parsed(giveRoleInput.safeParse({ ...form.values, personId: event.params.person }));
      await giveRole(viewer, event.locals.session, community.id, input, { key: form.key });
      redirect(303, `${at(event.params)}?done=given`);
    }),
  end: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await communityOf(event.locals, event.params.community);
      await endRole(viewer, community.id, parsed(endRoleInput.safeParse(form.values)), { key: form.key });
      redirect(303, viewer.personId === event.params.person ? paths.staff() : `${at(event.params)}?done=ended`);
    }),
  close: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await communityOf(event.locals, event.params.community);
      const input = parsed(disablePersonInput.safeParse({ ...form.values, personId: event.params.person }));
      await disablePerson(viewer, community.id, input, { key: form.key });
      redirect(303, `${at(event.params)}?done=closed`);
    }),
  open: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await communityOf(event.locals, event.params.community);
      await enablePerson(viewer, community.id, event.params.person, { key: form.key });
      redirect(303, `${at(event.params)}?done=opened`);
    }),
  askReset: (event) =>
    proven(event, at(event.params), async () => {
      const { viewer, community } = await communityOf(event.locals, event.params.community);
      const { half } = await askReset(viewer, event.locals.session, community.id, event.params.person);
      return { half: { which: 'first' as const, text: half } };
    }),
  secondReset: (event) =>
    proven(event, at(event.params), async () => {
      const { viewer, community } = await communityOf(event.locals, event.params.community);
      const { half } = await secondReset(viewer, event.locals.session, community.id, event.params.person);
      return { half: { which: 'second' as const, text: half } };
    }),
  dropReset: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await communityOf(event.locals, event.params.community);
      await dropReset(viewer, community.id, event.params.person, { key: form.key });
      redirect(303, `${at(event.params)}?done=dropped`);
    }),
  renew: (event) =>
    proven(event, at(event.params), async () => {
      const { viewer, community } = await communityOf(event.locals, event.params.community);
      return { renewed: await renewFirstPassword(viewer, event.locals.session, community.id, event.params.person) };
    }),
};

function at({ community, person }: { community: string; person: string }): string {
  return paths.person(community, person);
}

function doneWords(done: string | null): string | null {
  if (done === 'given') return m.people_done_given();
  if (done === 'ended') return m.people_done_ended();
  if (done === 'closed') return m.people_done_closed();
  if (done === 'dropped') return m.security_reset_dropped();
  return done === 'opened' ? m.people_done_opened() : null;
}
