import { redirect } from '@sveltejs/kit';
import { deliveryInput, findCalls, findDeliveries, finishDelivery, retryDelivery, worksOnNotices } from '#community/notices/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../../form-action.ts';
import { sendingWord, stateWord } from '../../../../../notice-items.ts';
import { sayMoment } from '../../../../../say-date.ts';
import { deskAt } from '../../../../shell.ts';
import type { Actions, PageServerLoad } from './$types';

/** The log of what was sent: failures first, calls a human owes, and everything. Names aren't opened for a list. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await deskAt(locals, params.community);
  const all = url.searchParams.get('tab') === 'all';
  const [rows, calls] = await Promise.all([findDeliveries(viewer, community.id, all ? 'all' : 'failed'), findCalls(viewer, community.id)]);
  const { slug } = community;
  return {
    key: crypto.randomUUID(),
    office: worksOnNotices(viewer, community.id),
    slug,
    all,
    done: url.searchParams.has('done'),
    rows: rows.map((row) => ({
      id: row.id,
      what: m[`notices_about_${row.about}`](),
      way: sendingWord(row.way),
      at: sayMoment(row.at),
      iso: row.at.toISOString(),
      tries: row.tries,
      state: row.stead && row.state === 'given_up' ? m.notices_state_in_stead() : stateWord(row.state),
      again: row.state === 'given_up',
      light: row.state === 'given_up' ? ('red' as const) : row.state === 'failing' ? ('amber' as const) : ('none' as const),
      who: row.personId?.slice(-6) ?? '',
    })),
    calls: calls.map((call) => ({
      id: call.id,
      what: m[`notices_about_${call.about}`](),
      who: call.personId?.slice(-6) ?? '',
      at: sayMoment(call.at),
      iso: call.at.toISOString(),
    })),
  };
};

export const actions: Actions = {
  again: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await deskAt(event.locals, event.params.community);
      await retryDelivery(viewer, community.id, parsed(deliveryInput.safeParse(form.values)), { key: form.key });
      redirect(303, `${paths.deliveries(community.slug)}?done=1`);
    }),
  called: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await deskAt(event.locals, event.params.community);
      await finishDelivery(viewer, community.id, parsed(deliveryInput.safeParse(form.values)), { key: form.key });
      redirect(303, `${paths.deliveries(community.slug)}?done=1`);
    }),
};
