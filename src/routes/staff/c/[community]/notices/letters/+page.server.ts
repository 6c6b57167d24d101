import { redirect } from '@sveltejs/kit';
import { findLetters, postLetters, postLettersInput, worksOnNotices } from '#community/notices/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../../form-action.ts';
import { sayMoment } from '../../../../../say-date.ts';
import { deskAt } from '../../../../shell.ts';
import type { Actions, PageServerLoad } from './$types';

/** Letters on paper: print all that wait, then say that they were put in the post box. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await deskAt(locals, params.community);
  const letters = await findLetters(viewer, community.id);
  return {
    key: crypto.randomUUID(),
    office: worksOnNotices(viewer, community.id),
    slug: community.slug,
    done: url.searchParams.has('done'),
    letters: letters.map(({ id, at, printedAt }) => ({
      value: id,
      label: m.notices_letter_of({ at: sayMoment(at) }),
      hint: printedAt ? m.notices_letter_printed({ at: sayMoment(printedAt) }) : m.notices_letter_waits(),
      printed: printedAt !== null,
    })),
  };
};

export const actions: Actions = {
  posted: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await deskAt(event.locals, event.params.community);
      const asked = { deliveryIds: form.lists['deliveryIds'] ?? [] };
      await postLetters(viewer, community.id, parsed(postLettersInput.safeParse(asked)), { key: form.key });
      redirect(303, `${paths.letters(community.slug)}?done=1`);
    }),
};
