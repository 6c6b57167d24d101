import { redirect } from '@sveltejs/kit';
import { isId } from '#foundation/ids.ts';
import { Forbidden, Invalid } from '#foundation/refusal.ts';
import { findBuildings } from '#community/places/index.ts';
import { findWhoServes } from '#community/people/index.ts';
import { findCall, findVoicesOfCaller, lines, worksOnCalls, writeDownCall, type EarlierVoice } from '#listen/calls/index.ts';
import { findAlike, findVoices, findVoicesInput, kinds, submitVoice, submitVoiceInput } from '#listen/voices/index.ts';
import { paths } from '#paths';
import { formAction, parsed, type FormData_, type Values } from '../../../../form-action.ts';
import { wordsOrErased } from '../../../../rights-words.ts';
import { sayDay, sayMoment } from '../../../../say-date.ts';
import { channelWord, kindWord, stageWord } from '../../../../voice-words.ts';
import { isNeighbour, voicesDeskAt, type Desk } from '../../../shell.ts';
import { sayAlike } from '../voices/alike-words.ts';
import type { Actions, PageServerLoad } from './$types';

/** One screen for the one on the telephone. Nothing that is typed stands in an address: looking is a post, too. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const desk = await officeAt(locals, params.community);
  const { viewer, community } = desk;
  const [buildings, serving, call] = await Promise.all([
    findBuildings(community.id),
    findWhoServes(community.id),
    findCall(viewer, { communityId: community.id, id: url.searchParams.get('call') ?? '' }),
  ]);
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    call: call && { id: call.id, words: call.words, rang: sayMoment(call.calledAt), line: channelWord(call.line) },
    lines: lines.map((line) => ({ value: line, label: channelWord(line) })),
    kinds: kinds.map((kind) => ({ value: kind, label: kindWord(kind) })),
    buildings: buildings.map(({ id, name }) => ({ value: id, label: name })),
    serving: serving.map(({ personId, name, roles }) => ({ value: personId, label: name, far: isNeighbour(roles) })),
  };
};

export const actions: Actions = {
  default: (event) =>
    formAction(event, async (form) => {
      const desk = await officeAt(event.locals, event.params.community);
      if (form.values['go'] !== 'save') {
        return { values: form.values, lists: form.lists, errors: [], found: await lookFor(desk, form.values) };
      }
      const { viewer, community } = desk;
      const { call } = form.values;
      const input = parsed(submitVoiceInput.safeParse(written(form)));
      if (!lines.some((line) => line === input.channel)) throw new Invalid([{ field: 'channel', code: 'input.choose' }]);
      const how = { key: form.key };
      const { number } = call
        ? await writeDownCall(viewer, { communityId: community.id, id: call }, input, how)
        : await submitVoice(viewer, community.id, input, [], how);
      redirect(303, paths.entryReceipt(community.slug, number));
    }),
};

async function officeAt(locals: App.Locals, slug: string): Promise<Desk> {
  const desk = await voicesDeskAt(locals, slug);
  if (!worksOnCalls(desk.viewer, desk.community.id)) throw new Forbidden();
  return desk;
}

/** Earlier voices of the number, of the place, and what is like the words so far. Never how many. */
async function lookFor({ viewer, community }: Desk, values: Values) {
  const { phone, placeWords, placeId, words } = values;
  const buildingId = placeId && isId(placeId) ? placeId : undefined;
  const number = phone && /^[+\d][\d\s()-]{5,}$/.test(phone.trim()) ? phone.trim() : null;
  const [ofCaller, ofPlace, alike] = await Promise.all([
    number ? findVoicesOfCaller(viewer, community.id, number) : null,
    placeWords || buildingId
      ? findVoices(viewer, community.id, findVoicesInput.parse({ tab: 'all', limit: 5, search: placeWords, buildingId }))
      : null,
    words ? findAlike(viewer, community.id, { words, placeId: buildingId, placeWords }) : [],
  ]);
  const row = (one: Pick<EarlierVoice, 'number' | 'words' | 'place' | 'stage' | 'receivedAt'>) => ({
    number: one.number,
    words: wordsOrErased(one.words),
    about: [one.place, stageWord(one.stage), sayDay(one.receivedAt)].filter(Boolean).join(' · '),
    href: paths.staffVoice(community.slug, one.number),
  });
  return {
    ofCaller: ofCaller?.map(row) ?? null,
    ofPlace: ofPlace?.rows.map(row) ?? null,
    alike: alike.map((one) => ({ ...row(one), about: sayAlike(one) })),
  };
}

function written({ values, lists }: FormData_): unknown {
  const { phone } = values;
  return {
    ...values,
    channel: values['channel'] ?? '',
    responseMethod: phone ? 'phone' : 'page',
    vitalInterest: values['vitalInterest'] === 'yes',
    mayPublish: values['mayPublish'] === 'yes',
    accusedIds: lists['accusedIds'] ?? [],
  };
}
