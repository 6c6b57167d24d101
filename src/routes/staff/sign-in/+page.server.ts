import { redirect } from '@sveltejs/kit';
import { findDemoCast, isEmptyInstallation, signIn, signInAsDemo, signInInput, type CastMember } from '#community/people/index.ts';
import { paths } from '#paths';
import { fromHere } from '../../device.ts';
import { formAction, parsed } from '../../form-action.ts';
import { enterAs, pageOf } from './enter-as.ts';
import type { Actions, PageServerLoad } from './$types';

/** The door of the workbench. In the demo town the whole cast stands beside it. */
export const load: PageServerLoad = async ({ locals }) => {
  if (locals.viewer.kind === 'staff') redirect(303, paths.staff());
  if (await isEmptyInstallation()) redirect(303, paths.setup());
  return { cast: byPlace(await findDemoCast('staff'), locals.locale) };
};

export const actions: Actions = {
  password: (event) =>
    formAction(event, async (form) => {
      const { token, next } = await signIn(parsed(signInInput.safeParse(form.values)), fromHere(event));
      enterAs(event, token, pageOf(next));
    }),
  play: (event) =>
    formAction(event, async (form) => {
      enterAs(event, await signInAsDemo(form.values['person'] ?? '', 'staff', fromHere(event)), paths.staff());
    }),
};

type Player = { personId: string; name: string; roles: string[] };

/** One button for each person, under the place they serve. */
function byPlace(cast: CastMember[], locale: 'zh-CN' | 'en'): { where: string; players: Player[] }[] {
  const places = new Map<string, Map<string, Player>>();
  for (const { personId, name, role, ...at } of cast) {
    const where = locale === 'en' ? (at.whereEn ?? at.where) : at.where;
    const players = places.get(where) ?? new Map<string, Player>();
    const player = players.get(personId) ?? { personId, name, roles: [] };
    if (!player.roles.includes(role)) player.roles.push(role);
    places.set(where, players.set(personId, player));
  }
  return [...places].map(([where, players]) => ({ where, players: [...players.values()] }));
}
