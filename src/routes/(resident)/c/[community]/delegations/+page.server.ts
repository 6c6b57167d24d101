import { findDelegations, findLedDelegations } from '#act/delegations/index.ts';
import { findResidentsList } from '#community/responsibilities/index.ts';
import { paths } from '#paths';
import { shownRow } from '../../../../delegation-words.ts';
import type { PageServerLoad } from './$types';

/** What residents do themselves: for one's own group first, then what waits for a group, what runs, what has been. */
export const load: PageServerLoad = async ({ parent, locals }) => {
  const { id, slug } = (await parent()).community;
  const { viewer } = locals;
  const [led, open, running, ended, list] = await Promise.all([
    findLedDelegations(viewer, id),
    findDelegations(viewer, id, 'open'),
    findDelegations(viewer, id, 'running'),
    findDelegations(viewer, id, 'ended'),
    findResidentsList(id),
  ]);
  const shown = (rows: typeof open) => rows.map((row) => shownRow(row, paths.delegation(slug, row.number)));
  return {
    led: shown(led),
    open: shown(open),
    running: shown(running),
    ended: shown(ended.filter(({ stage }) => stage !== 'unsuitable').slice(0, 60)),
    list: list.map(({ matter }) => matter),
  };
};
