import { redirect, type RequestEvent } from '@sveltejs/kit';
import { Missing } from '#foundation/refusal.ts';
import {
  addToVoice,
  addToVoiceInput,
  confirmVoice,
  confirmVoiceInput,
  countIntake,
  findPublicVoice,
  findShownPhotos,
  readPhotos,
  reopenVoice,
  reopenVoiceInput,
  withdrawVoice,
  withdrawVoiceInput,
  type VoiceRef,
} from '#listen/voices/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed, type FormData_ } from '../../../../../form-action.ts';
import { categories } from '../../notice-board.ts';
import { communityAt } from '../../community-at.ts';
import { outcomeOf } from '../outcome-of.ts';
import { ownVoice } from './own-voice.ts';
import type { Actions, PageServerLoad } from './$types';

/**
 * The one who spoke sees everything of it; everybody else what was published, if anything was. What is neither looks the
 * same as what doesn't exist: +error.svelte asks for number and query code.
 */
export const load: PageServerLoad = async (event) => {
  const { community } = await event.parent();
  const own = await ownVoice(event.locals.viewer, community, event.params.number, event.url);
  if (own) return { key: crypto.randomUUID(), own, published: null, photos: [] };
  const published = await findPublicVoice(community.id, event.params.number);
  if (!published) throw new Missing();
  const shown = await findShownPhotos(community.id, published.number);
  return {
    key: '',
    own: null,
    published: outcomeOf(community.slug, published, await categories(), event.locals.locale),
    photos: shown.map(({ id }) => ({
      src: paths.shownPhoto(community.slug, published.number, id, 'thumbnail'),
      href: paths.shownPhoto(community.slug, published.number, id, 'full'),
      alt: m.resident_public_photo(),
    })),
  };
};

export const actions: Actions = {
  confirm: (event) =>
    deed(event, 'confirmed', (form, ref) =>
      confirmVoice(event.locals.viewer, ref, parsed(confirmVoiceInput.safeParse(form.values)), { key: form.key }),
    ),
  reopen: (event) =>
    deed(event, 'reopened', (form, ref) =>
      reopenVoice(event.locals.viewer, ref, parsed(reopenVoiceInput.safeParse(form.values)), { key: form.key }),
    ),
  withdraw: (event) =>
    deed(event, 'withdrawn', (form, ref) => {
      const said = { words: form.values['words'], underPressure: form.values['underPressure'] === 'yes' };
      return withdrawVoice(event.locals.viewer, ref, parsed(withdrawVoiceInput.safeParse(said)), { key: form.key });
    }),
  add: (event) =>
    deed(event, 'added', async (form, ref) => {
      const input = parsed(addToVoiceInput.safeParse(form.values));
      await countIntake(event.locals.viewer);
      const files = form.files['photos'] ?? [];
      if (files.length > 0) form.values['hadPhotos'] = 'yes';
      const photos = await readPhotos(await Promise.all(files.map(async (file) => ({ bytes: await file.bytes() }))));
      return addToVoice(event.locals.viewer, ref, input, photos, { key: form.key });
    }),
};

type Event = RequestEvent<{ community: string; number: string }>;

/** One thing the speaker does, and back to the page, which says that it is done. */
async function deed(event: Event, done: string, work: (form: FormData_, ref: VoiceRef) => Promise<unknown>) {
  const { id, slug } = await communityAt(event.params.community);
  return formAction(event, async (form) => {
    Object.assign(form.values, { deed: done, key: form.key ?? crypto.randomUUID() });
    await work(form, { communityId: id, number: event.params.number });
    redirect(303, `${paths.voice(slug, event.params.number)}?done=${done}`);
  });
}
