import { redirect } from '@sveltejs/kit';
import {
  findDelegations,
  identifyDelegation,
  identifyDelegationInput,
  seesAllDelegations,
  whyNotIdentify,
} from '#act/delegations/index.ts';
import { leadModes } from '#community/organizations/index.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { m } from '#words';
import { paths } from '#paths';
import { shownRow } from '../../../../delegation-words.ts';
import { formAction, parsed } from '../../../../form-action.ts';
import { leadWord } from '../../../../organization-words.ts';
import { deskAt, type Desk } from '../../../shell.ts';
import type { Actions, PageServerLoad } from './$types';

/** Everything that residents do or could do themselves; noting one more. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await delegationsAt(locals, params.community);
  const { id, slug } = community;
  const lists = await Promise.all((['preparing', 'open', 'running', 'ended'] as const).map((which) => findDelegations(viewer, id, which)));
  const headings = [m.delegations_preparing(), m.delegations_open(), m.delegations_running(), m.delegations_ended()];
  return {
    key: crypto.randomUUID(),
    voice: url.searchParams.get('voice') ?? '',
    lists: lists.map((rows, at) => ({
      heading: headings[at] ?? '',
      rows: rows.slice(0, 80).map((row) => shownRow(row, paths.staffDelegation(slug, row.number))),
    })),
    mayIdentify: whyNotIdentify(viewer, id) === null,
    leads: leadModes.map((mode) => ({ value: mode, label: leadWord(mode) })),
  };
};

export const actions: Actions = {
  identify: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await delegationsAt(event.locals, event.params.community);
      const input = parsed(identifyDelegationInput.safeParse(form.values));
      const { number } = await identifyDelegation(viewer, community.id, input, { key: form.key });
      redirect(303, `${paths.staffDelegation(community.slug, number)}?done=identify`);
    }),
};

async function delegationsAt(locals: App.Locals, slug: string): Promise<Desk> {
  const desk = await deskAt(locals, slug);
  if (!seesAllDelegations(desk.viewer, desk.community.id)) throw new Forbidden();
  return desk;
}
