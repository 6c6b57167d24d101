import { Invalid } from '#foundation/refusal.ts';
import { lookUpSlip } from '#listen/slips/index.ts';
import { isOpen, isUnanswered } from '#listen/voices/index.ts';
import { formAction } from '../../../../form-action.ts';
import { communityAt } from '../community-at.ts';
import type { Actions, PageServerLoad } from './$types';

/** What became of a slip. Only its number stands in the address; the code is typed, and shown to nobody again. */
export const load: PageServerLoad = ({ url }) => ({ slip: (url.searchParams.get('slip') ?? '').slice(0, 20) });

export const actions: Actions = {
  default: (event) =>
    formAction(event, async (form) => {
      const community = await communityAt(event.params.community);
      const { slip = '', code = '' } = form.values;
      delete form.values['code'];
      delete form.lists['code'];
      if (slip === '') throw new Invalid([{ field: 'slip', code: 'input.needed' }]);
      if (code === '') throw new Invalid([{ field: 'code', code: 'input.needed' }]);
      const found = await lookUpSlip(community.id, slip, code, event.locals.viewer.address);
      return { values: form.values, lists: form.lists, errors: [], found: shown(found) };
    }),
};

function shown(found: Awaited<ReturnType<typeof lookUpSlip>>) {
  if (found.standing !== 'voice') return { standing: found.standing, openedAt: null, dueAt: null, open: false, answers: [] };
  const { standing, openedAt, dueAt, stage, answers } = found;
  return { standing, openedAt, dueAt: isUnanswered({ stage }) ? dueAt : null, open: isOpen({ stage }), answers };
}
