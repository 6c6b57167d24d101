import { enterCodeInput, findInstallation, stepUp } from '#community/people/index.ts';
import { paths } from '#paths';
import { formAction, parsed } from '../../form-action.ts';
import { ownAddress } from '../../own-address.ts';
import { enterAs } from '../sign-in/enter-as.ts';
import type { Actions, PageServerLoad } from './$types';

/** Once more, who sits at the screen; then back to where one was going. */
export const load: PageServerLoad = async ({ url }) => ({
  back: ownAddress(url.searchParams.get('back'), paths.account()),
  demo: (await findInstallation())?.kind === 'demo',
});

export const actions: Actions = {
  default: (event) =>
    formAction(event, async (form) => {
      const demo = (await findInstallation())?.kind === 'demo';
      const input = demo ? { code: '' } : parsed(enterCodeInput.safeParse(form.values));
      enterAs(event, await stepUp(event.locals.session, input), ownAddress(event.url.searchParams.get('back'), paths.account()));
    }),
};
