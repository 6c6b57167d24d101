import { findBuildings } from '#community/places/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { voicesDeskAt } from '../../../shell.ts';
import type { PageServerLoad } from './$types';

/** Posters to hang at the entrances: one, or all of them. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { community } = await voicesDeskAt(locals, params.community);
  const buildings = await findBuildings(community.id);
  return {
    all: buildings.length > 0 ? paths.posterSheets(community.slug) : null,
    buildings: buildings.map(({ id, name }) => ({
      name,
      href: paths.posterSheets(community.slug, id),
      leads: paths.newVoiceAt(community.slug, id),
      label: m.desk_poster_label({ building: name }),
    })),
  };
};
