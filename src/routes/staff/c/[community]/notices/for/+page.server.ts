import { redirect } from '@sveltejs/kit';
import {
  chooseWishesFor,
  chooseWishesForInput,
  findByPhone,
  findWishesFor,
  saidToOffice,
  worksOnNotices,
} from '#community/notices/index.ts';
import { Forbidden, Invalid } from '#foundation/refusal.ts';
import { phone } from '#community/people/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../../form-action.ts';
import { wishFields } from '../../../../../notice-items.ts';
import { deskAt, type Desk } from '../../../../shell.ts';
import type { Actions, PageServerLoad } from './$types';

/** The office sets the wishes of somebody who is on the telephone or at the desk. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await officeAt(locals, params.community);
  const person = url.searchParams.get('person');
  const wishes = person && /^[0-9a-f-]{36}$/.test(person) ? await findWishesFor(viewer, community.id, person) : null;
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    done: url.searchParams.has('done'),
    person: wishes && person,
    fields: wishes && wishFields(wishes),
    said: saidToOffice.map((way) => ({ value: way, label: m[`notices_said_${way}`]() })),
  };
};

export const actions: Actions = {
  find: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await officeAt(event.locals, event.params.community);
      const number = phone.safeParse(form.values['phone']);
      const person = number.success ? await findByPhone(viewer, community.id, number.data) : null;
      if (!person) throw new Invalid([{ field: 'phone', code: 'notices.nobody-by-phone' }]);
      redirect(303, paths.wishesFor(community.slug, person));
    }),
  keep: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await officeAt(event.locals, event.params.community);
      const { person = '', ...values } = form.values;
      const asked = parsed(chooseWishesForInput.safeParse({ ...values, muted: form.lists['muted'] ?? [] }));
      await chooseWishesFor(viewer, community.id, person, asked, { key: form.key });
      redirect(303, `${paths.wishesFor(community.slug)}?done=1`);
    }),
};

async function officeAt(locals: App.Locals, slug: string): Promise<Desk> {
  const desk = await deskAt(locals, slug);
  if (!worksOnNotices(desk.viewer, desk.community.id)) throw new Forbidden();
  return desk;
}
