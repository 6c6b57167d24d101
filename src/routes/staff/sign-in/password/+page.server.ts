import { chooseFirstPassword, chooseFirstPasswordInput } from '#community/people/index.ts';
import { formAction, parsed } from '../../../form-action.ts';
import { atStep, enterAs, pageOf } from '../enter-as.ts';
import type { Actions, PageServerLoad } from './$types';

/** In place of the password handed over on paper, one of one's own. */
export const load: PageServerLoad = ({ locals }) => atStep(locals, 'password');

export const actions: Actions = {
  default: (event) =>
    formAction(event, async (form) => {
      const { token, next } = await chooseFirstPassword(event.locals.session, parsed(chooseFirstPasswordInput.safeParse(form.values)));
      enterAs(event, token, pageOf(next));
    }),
};
