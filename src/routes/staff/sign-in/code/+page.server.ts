import { enterCode, enterCodeInput } from '#community/people/index.ts';
import { paths } from '#paths';
import { formAction, parsed } from '../../../form-action.ts';
import { atStep, enterAs } from '../enter-as.ts';
import type { Actions, PageServerLoad } from './$types';

/** The second proof. Whoever used a recovery code is led to where a new telephone is connected. */
export const load: PageServerLoad = ({ locals }) => atStep(locals, 'code');

export const actions: Actions = {
  default: (event) =>
    formAction(event, async (form) => {
      const { token, recoveryLeft } = await enterCode(event.locals.session, parsed(enterCodeInput.safeParse(form.values)));
      enterAs(event, token, recoveryLeft === null ? paths.staff() : `${paths.account()}?done=recovery`);
    }),
};
