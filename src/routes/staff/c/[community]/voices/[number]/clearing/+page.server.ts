import { redirect } from '@sveltejs/kit';
import {
  clearPhoto,
  clearPhotoInput,
  findShownPhotos,
  findVoicePage,
  hidePhoto,
  hidePhotoInput,
  type VoiceRef,
} from '#listen/voices/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed, type FormData_ } from '../../../../../../form-action.ts';
import { refusalWords } from '../../../../../../refusal-words.ts';
import { voicesDeskAt } from '../../../../../shell.ts';
import type { Actions, PageServerLoad } from './$types';

/** The photos of a published voice, and what the neighbourhood may see of them. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await voicesDeskAt(locals, params.community);
  const page = await findVoicePage(viewer, { communityId: community.id, number: params.number });
  const shown = await findShownPhotos(community.id, page.number);
  const rule = page.actions.find(({ verb }) => verb === 'take_down');
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    number: page.number,
    done: url.searchParams.has('done') ? m.clearing_done() : null,
    whyNot: rule ? rule.whyNot && refusalWords(rule.whyNot) : refusalWords('voice.not-yours-to-handle'),
    photos: page.photos.map(({ id }) => {
      const clearing = shown.find(({ photoId }) => photoId === id);
      return {
        id,
        src: paths.staffPhoto(community.slug, page.number, id, 'full'),
        shown: clearing ? paths.shownPhoto(community.slug, page.number, clearing.id, 'full') : null,
        said: clearing ? m.clearing_shown({ count: clearing.boxes }) : null,
      };
    }),
  };
};

export const actions: Actions = {
  clear: (event) =>
    change(event, async ({ values, lists }, ref, how) => {
      const { viewer } = event.locals;
      await clearPhoto(viewer, ref, parsed(clearPhotoInput.safeParse({ photoId: values['photoId'], boxes: boxesIn(lists) })), how);
    }),
  hide: (event) =>
    change(event, async ({ values }, ref, how) => {
      await hidePhoto(event.locals.viewer, ref, parsed(hidePhotoInput.safeParse(values)), how);
    }),
};

type Here = Parameters<Actions[string]>[0];

function change(event: Here, work: (form: FormData_, ref: VoiceRef, how: { key: string | undefined }) => Promise<void>) {
  return formAction(event, async (form): Promise<never> => {
    const { community } = await voicesDeskAt(event.locals, event.params.community);
    const number = event.params.number;
    await work(form, { communityId: community.id, number }, { key: form.key });
    redirect(303, `${paths.clearing(community.slug, number)}?done=1`);
  });
}

/** Each box arrives as "x y width height"; an empty line is none. */
function boxesIn(lists: Record<string, string[]>): unknown[] {
  return (lists['box'] ?? []).map((line) => {
    const [x, y, width, height] = line.trim().split(/[\s,]+/);
    return { x, y, width, height };
  });
}
