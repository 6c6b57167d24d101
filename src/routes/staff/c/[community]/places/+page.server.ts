import { redirect, type RequestEvent } from '@sveltejs/kit';
import { Forbidden, Missing } from '#foundation/refusal.ts';
import {
  addPlace,
  addPlaceInput,
  editCommunity,
  editCommunityInput,
  endPlace,
  endPlaceInput,
  findPlace,
  findPlaceTree,
  importPlaces,
  levelsUnder,
  renamePlace,
  renamePlaceInput,
  whyNotEditCommunity,
  whyNotManagePlaces,
  whyNotSeePlaces,
} from '#community/places/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed, type FormData_ } from '../../../../form-action.ts';
import { refusalWords } from '../../../../refusal-words.ts';
import { deskAt, type Desk } from '../../../shell.ts';
import { importAction } from '../../../table-problems.ts';
import { sectionsOf, sumsOf } from './place-sections.ts';
import type { Actions, PageServerLoad } from './$types';

/** All places of the community, or with `?place=` one of them and what can be done with it. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await deskAt(locals, params.community);
  const whyNot = whyNotSeePlaces(viewer, community.id);
  if (whyNot) throw new Forbidden(whyNot);
  const placeId = url.searchParams.get('place');
  const place = placeId === null ? null : await findPlace(community.id, placeId);
  if (placeId !== null && !place) throw new Missing();
  const tree = place ? [] : await findPlaceTree(community.id);
  return {
    community,
    shownName: locals.locale === 'en' ? (community.nameEn ?? community.name) : community.name,
    key: crypto.randomUUID(),
    mayManage: whyNotManagePlaces(viewer, community.id) === null,
    mayEdit: whyNotEditCommunity(viewer, community.id) === null,
    sections: sectionsOf(tree),
    sums: sumsOf(tree),
    levels: levelsUnder(place?.level ?? null),
    place: place && { ...place, whyNotEnd: place.whyNotEnd && refusalWords(place.whyNotEnd) },
    done: doneWords(url),
  };
};

export const actions: Actions = {
  add: (event) =>
    change(event, async ({ viewer, community }, form, how) => {
      const { placeId } = await addPlace(viewer, community.id, parsed(addPlaceInput.safeParse(form.values)), how);
      return back(community.slug, form.values['parentId'] ?? null, 'added', placeId);
    }),
  rename: (event) =>
    change(event, async ({ viewer, community }, form, how) => {
      const input = parsed(renamePlaceInput.safeParse(form.values));
      const { renamed } = await renamePlace(viewer, community.id, input, how);
      return back(community.slug, input.placeId, 'renamed', renamed);
    }),
  end: (event) =>
    change(event, async ({ viewer, community }, form, how) => {
      const input = parsed(endPlaceInput.safeParse(form.values));
      const above = (await findPlace(community.id, input.placeId))?.parentId ?? null;
      await endPlace(viewer, community.id, input, how);
      return back(community.slug, above, 'ended');
    }),
  community: (event) =>
    change(event, async ({ viewer, community }, form, how) => {
      await editCommunity(viewer, community.id, parsed(editCommunityInput.safeParse(form.values)), how);
      return back(community.slug, null, 'saved');
    }),
  import: (event) =>
    formAction(event, (form) =>
      importAction(form, columnTitles(), async (table) => {
        const { viewer, community } = await deskAt(event.locals, event.params.community);
        return { imported: await importPlaces(viewer, community.id, table, { key: form.key }) };
      }),
    ),
};

type Here = RequestEvent<{ community: string }>;
type Work = (desk: Desk, form: FormData_, how: { key: string | undefined }) => Promise<string>;

/** One change, then back to the page that shows it. */
function change(event: Here, work: Work) {
  return formAction(event, async (form): Promise<never> => {
    const desk = await deskAt(event.locals, event.params.community);
    redirect(303, await work(desk, form, { key: form.key }));
  });
}

function back(community: string, place: string | null, done: string, what: string | number = ''): string {
  const at = paths.places(community, place ?? undefined);
  return `${at}${place ? '&' : '?'}done=${done}${what === '' ? '' : `&what=${what}`}`;
}

function doneWords(url: URL): string | null {
  const done = url.searchParams.get('done');
  if (done === 'added') return m.places_done_added();
  if (done === 'renamed') return m.places_done_renamed({ count: Number(url.searchParams.get('what')) || 0 });
  if (done === 'ended') return m.places_done_ended();
  return done === 'saved' ? m.places_done_saved() : null;
}

function columnTitles(): Record<string, string> {
  return {
    grid: m.places_level_grid(),
    estate: m.places_level_estate(),
    building: m.places_level_building(),
    unit: m.places_level_unit(),
    household: m.places_level_household(),
  };
}
