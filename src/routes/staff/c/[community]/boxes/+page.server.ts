import { redirect } from '@sveltejs/kit';
import { Forbidden } from '#foundation/refusal.ts';
import { findWhoServes } from '#community/people/index.ts';
import { findBuildings } from '#community/places/index.ts';
import {
  findBoxes,
  findBoxOpenings,
  openBox,
  openBoxInput,
  openers,
  opensBoxes,
  printSlips,
  printSlipsInput,
  putUpBox,
  putUpBoxInput,
} from '#listen/slips/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../form-action.ts';
import { sayDay, sayMoment } from '../../../../say-date.ts';
import { voicesDeskAt, type Desk } from '../../../shell.ts';
import { nowTyped, typedMoment } from '../typed-moment.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await boxDeskAt(locals, params.community);
  const [boxes, openings, serving, buildings] = await Promise.all([
    findBoxes(viewer, community.id),
    findBoxOpenings(viewer, community.id),
    findWhoServes(community.id),
    findBuildings(community.id),
  ]);
  const seconds = serving.filter(
    ({ personId, roles }) => personId !== viewer.personId && roles.some((role) => openers.some((one) => one === role)),
  );
  const print = url.searchParams.get('print');
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    done: url.searchParams.has('done'),
    printed: print && paths.slipSheets(community.slug, print),
    now: nowTyped(),
    boxes: boxes.map(({ id, name, place, lastOpenedAt, printed }) => ({
      value: id,
      label: name,
      about: [
        place,
        lastOpenedAt ? m.desk_box_last({ day: sayDay(lastOpenedAt) }) : m.desk_box_never(),
        m.desk_box_printed({ count: printed }),
      ]
        .filter(Boolean)
        .join(' · '),
    })),
    seconds: seconds.map(({ personId, name }) => ({ value: personId, label: name })),
    buildings: buildings.map(({ id, name }) => ({ value: id, label: name })),
    openings: openings.map((one) => ({
      id: one.id,
      href: paths.boxOpening(community.slug, one.id),
      box: one.boxName,
      when: sayMoment(one.openedAt),
      iso: one.openedAt.toISOString(),
      names: m.desk_box_names({ one: one.by, two: one.withName }),
      sum: m.desk_box_sum({ counted: one.counted, voices: one.voices, unreadable: one.unreadable, left: one.left }),
      light: one.left > 0 ? ('amber' as const) : ('none' as const),
    })),
  };
};

export const actions: Actions = {
  open: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await boxDeskAt(event.locals, event.params.community);
      const input = parsed(openBoxInput.safeParse({ ...form.values, openedAt: typedMoment(form.values['openedAt']) }));
      const { openingId } = await openBox(viewer, community.id, input, { key: form.key });
      redirect(303, paths.boxOpening(community.slug, openingId));
    }),
  print: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await boxDeskAt(event.locals, event.params.community);
      const { printId } = await printSlips(viewer, community.id, parsed(printSlipsInput.safeParse(form.values)), { key: form.key });
      redirect(303, `${paths.boxes(community.slug)}?print=${printId}`);
    }),
  box: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await boxDeskAt(event.locals, event.params.community);
      await putUpBox(viewer, community.id, parsed(putUpBoxInput.safeParse(form.values)), { key: form.key });
      redirect(303, `${paths.boxes(community.slug)}?done=1`);
    }),
};

async function boxDeskAt(locals: App.Locals, slug: string): Promise<Desk> {
  const desk = await voicesDeskAt(locals, slug);
  if (!opensBoxes(desk.viewer, desk.community.id)) throw new Forbidden();
  return desk;
}
