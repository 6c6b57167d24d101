import { redirect } from '@sveltejs/kit';
import { Missing } from '#foundation/refusal.ts';
import { installCommunity, installCommunityInput, isEmptyInstallation } from '#community/people/index.ts';
import { paths } from '#paths';
import { fromHere } from '../device.ts';
import { formAction, parsed } from '../form-action.ts';
import { enterAs } from '../staff/sign-in/enter-as.ts';
import type { Actions, PageServerLoad } from './$types';

/** The first visit to an empty installation; afterwards there is no such page. */
export const load: PageServerLoad = async () => {
  await stillEmpty();
};

export const actions: Actions = {
  install: (event) =>
    formAction(event, async (form) => {
      await stillEmpty();
      const input = parsed(installCommunityInput.safeParse({ ...form.values, locale: event.locals.locale }));
      const { token } = await installCommunity(input, fromHere(event));
      enterAs(event, token, paths.enrol());
    }),
  demo: (event) =>
    formAction(event, async () => {
      await stillEmpty();
      await walkThroughDemo();
    }),
};

async function stillEmpty(): Promise<void> {
  if (!(await isEmptyInstallation())) throw new Missing();
}

/** Loaded only when wanted: no real installation needs the demo town in memory. */
async function walkThroughDemo(): Promise<never> {
  const { plantDemoTown } = await import('#demo/plant.ts');
  await plantDemoTown('small');
  redirect(303, paths.home());
}
