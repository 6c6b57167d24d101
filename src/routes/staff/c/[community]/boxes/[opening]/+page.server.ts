import { redirect } from '@sveltejs/kit';
import { findBuildings } from '#community/places/index.ts';
import { findWhoServes } from '#community/people/index.ts';
import { enterSlip, enterSlipInput, findBoxOpening } from '#listen/slips/index.ts';
import { kinds, parseNumber } from '#listen/voices/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed, type FormData_ } from '../../../../../form-action.ts';
import { sayMoment } from '../../../../../say-date.ts';
import { kindWord } from '../../../../../voice-words.ts';
import { isNeighbour, voicesDeskAt } from '../../../../shell.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await voicesDeskAt(locals, params.community);
  const opening = await findBoxOpening(viewer, { communityId: community.id, id: params.opening });
  const [buildings, serving] = await Promise.all([findBuildings(community.id), findWhoServes(community.id)]);
  const last = parseNumber(url.searchParams.get('last') ?? '') ? url.searchParams.get('last') : null;
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    box: opening.boxName,
    placeId: opening.placeId,
    about: [sayMoment(opening.openedAt), m.desk_box_names({ one: opening.by, two: opening.withName })].join(' · '),
    sum: m.desk_box_sum({ counted: opening.counted, voices: opening.voices, unreadable: opening.unreadable, left: opening.left }),
    left: opening.left,
    position: opening.entered + 1,
    counted: opening.counted,
    last,
    unreadable: url.searchParams.has('unreadable'),
    kinds: kinds.map((kind) => ({ value: kind, label: kindWord(kind) })),
    buildings: buildings.map(({ id, name }) => ({ value: id, label: name })),
    serving: serving.map(({ personId, name, roles }) => ({ value: personId, label: name, far: isNeighbour(roles) })),
  };
};

export const actions: Actions = {
  default: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await voicesDeskAt(event.locals, event.params.community);
      const ref = { communityId: community.id, id: event.params.opening };
      const { number } = await enterSlip(viewer, ref, parsed(enterSlipInput.safeParse(written(form))), { key: form.key });
      redirect(303, `${paths.boxOpening(community.slug, ref.id)}?${number ? `last=${number}` : 'unreadable=1'}`);
    }),
};

function written({ values, lists }: FormData_): unknown {
  const { slip, go, ...rest } = values;
  if (go === 'unreadable') return { slip };
  const { phone, name } = rest;
  const anonymous = !phone && !name;
  return {
    slip,
    voice: {
      ...rest,
      words: rest['words'] ?? '',
      channel: 'paper',
      privacy: anonymous ? 'anonymous' : 'confidential',
      responseMethod: phone ? 'phone' : 'page',
      accusedIds: lists['accusedIds'] ?? [],
    },
  };
}
