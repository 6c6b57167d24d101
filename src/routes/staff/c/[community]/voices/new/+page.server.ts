import { redirect } from '@sveltejs/kit';
import { isId } from '#foundation/ids.ts';
import { Forbidden, Invalid } from '#foundation/refusal.ts';
import { findWhoServes } from '#community/people/index.ts';
import { findBuildings } from '#community/places/index.ts';
import {
  channels,
  findAlike,
  joinVoice,
  kinds,
  mostPhotos,
  privacies,
  readPhotos,
  responseMethods,
  submitVoice,
  submitVoiceInput,
} from '#listen/voices/index.ts';
import { paths } from '#paths';
import { formAction, parsed, type FormData_ } from '../../../../../form-action.ts';
import { channelWord, kindWord, privacyWord, responseWord } from '../../../../../voice-words.ts';
import { isNeighbour, mayEnter, voicesDeskAt, type Desk } from '../../../../shell.ts';
import { sayAlike } from '../alike-words.ts';
import type { Actions, PageServerLoad } from './$types';

/** Ways in which somebody is spoken to or read; the others residents use themselves. */
const heard = channels.filter((channel) => channel !== 'web' && channel !== 'blog_comment');

export const load: PageServerLoad = async ({ locals, params }) => {
  const desk = await voicesDeskAt(locals, params.community);
  if (!mayEnter(desk)) throw new Forbidden();
  const { community } = desk;
  const [buildings, serving] = await Promise.all([findBuildings(community.id), findWhoServes(community.id)]);
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    mostPhotos,
    channels: heard.map((channel) => ({ value: channel, label: channelWord(channel) })),
    kinds: kinds.map((kind) => ({ value: kind, label: kindWord(kind) })),
    privacies: privacies.map((privacy) => ({ value: privacy, label: privacyWord(privacy) })),
    responses: responseMethods.map((method) => ({ value: method, label: responseWord(method) })),
    buildings: buildings.map(({ id, name }) => ({ value: id, label: name })),
    serving: serving.map(({ personId, name, roles }) => ({ value: personId, label: name, far: isNeighbour(roles) })),
  };
};

export const actions: Actions = {
  default: (event) =>
    formAction(event, async (form) => {
      const desk = await voicesDeskAt(event.locals, event.params.community);
      if (!mayEnter(desk)) throw new Forbidden();
      if (form.values['go'] === 'look') {
        return { values: form.values, lists: form.lists, errors: [], alike: await alikeTo(desk, form) };
      }
      const input = parsed(submitVoiceInput.safeParse(written(form)));
      if (!heard.some((channel) => channel === input.channel)) throw new Invalid([{ field: 'channel', code: 'input.choose' }]);
      const files = await Promise.all(
        (form.files['photos'] ?? []).map(async (file) => ({ bytes: new Uint8Array(await file.arrayBuffer()) })),
      );
      const { into } = form.values;
      const photos = await readPhotos(files);
      const { number } = into
        ? await joinVoice(desk.viewer, desk.community.id, { ...input, into }, photos, { key: form.key })
        : await submitVoice(desk.viewer, desk.community.id, input, photos, { key: form.key });
      redirect(303, paths.entryReceipt(desk.community.slug, number));
    }),
};

/** Open voices like what is written so far; null while nothing is written. Nothing is kept by looking. */
async function alikeTo({ viewer, community }: Desk, { values }: FormData_) {
  const words = values['words']?.trim();
  if (!words) return null;
  const { placeId, placeWords } = values;
  const alike = await findAlike(viewer, community.id, { words, placeId: isId(placeId ?? '') ? placeId : undefined, placeWords });
  return alike.map((one) => ({
    number: one.number,
    words: one.words,
    why: sayAlike(one),
    probably: one.probablySame,
    href: paths.staffVoice(community.slug, one.number),
  }));
}

function written({ values, lists }: FormData_): unknown {
  return {
    ...values,
    channel: values['channel'] ?? '',
    vitalInterest: values['vitalInterest'] === 'yes',
    mayPublish: values['mayPublish'] === 'yes',
    accusedIds: lists['accusedIds'] ?? [],
  };
}
