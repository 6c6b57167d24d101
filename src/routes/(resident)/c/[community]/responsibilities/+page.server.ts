import { findResponsibilities } from '#community/responsibilities/index.ts';
import { byHolder } from '../../../../responsibility-words.ts';
import type { PageServerLoad } from './$types';

/** Who does what here, and what nobody may ask of them. */
export const load: PageServerLoad = async ({ parent }) => {
  const rows = await findResponsibilities((await parent()).community.id);
  return {
    holders: byHolder(rows).map(({ holder, word, lines }) => ({
      holder,
      word,
      lines: lines.map(({ matter, never, standing, basis }) => ({ matter, never, standing, basis })),
    })),
  };
};
