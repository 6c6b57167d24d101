import { redirect, type RequestEvent } from '@sveltejs/kit';
import { plainText, readMarkup } from '#foundation/text/plain-markup.ts';
import { Invalid } from '#foundation/refusal.ts';
import {
  addPicture,
  addPictureInput,
  archivePost,
  editPost,
  findPostDesk,
  publishPost,
  schedulePost,
  schedulePostInput,
  takeDownPicture,
  writePostInput,
  type PostDesk,
} from '#listen/blog/index.ts';
import { readPhotos } from '#listen/voices/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed, type FormData_ } from '../../../../../form-action.ts';
import { refusalWords } from '../../../../../refusal-words.ts';
import { sayMoment } from '../../../../../say-date.ts';
import { writingDeskAt } from '../blog-desk.ts';
import type { Actions, PageServerLoad } from './$types';

/** One post at the desk: its text, pictures, publication, and what happened to it. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await writingDeskAt(locals, params.community);
  const post = await findPostDesk(viewer, { communityId: community.id, number: Number(params.post) });
  const { said, stage, number, publishAt } = post;
  const seen = stage === 'published' || stage === 'archived';
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    number,
    title: said.title,
    stage: m[`blog_stage_${stage}`](),
    draft: !seen,
    scheduled: publishAt && m.blog_scheduled_for({ when: sayMoment(publishAt) }),
    values: { kind: post.kind, title: said.title, words: said.words, titleEn: said.titleEn, wordsEn: said.wordsEn, script: said.script },
    blocks: readMarkup(said.words),
    script: said.script ?? `${said.title}\n${plainText(readMarkup(said.words))}`,
    announcement: post.kind === 'announcement',
    seen: seen ? paths.blogPost(community.slug, number) : null,
    notice: seen && post.kind === 'announcement' ? paths.blogNotice(community.slug, number) : null,
    whyNot: {
      edit: post.whyNotEdit && refusalWords(post.whyNotEdit),
      publish: post.whyNotPublish && refusalWords(post.whyNotPublish),
      archive: post.whyNotArchive && refusalWords(post.whyNotArchive),
    },
    pictures: post.pictures.map(({ id, alt, objected }) => ({
      id,
      src: paths.blogPicture(community.slug, id, 'thumbnail'),
      alt,
      objected: objected && m.blog_picture_objected({ when: sayMoment(objected) }),
    })),
    history: historyOf(post),
    done: doneWords(url.searchParams.get('done')),
  };
};

function historyOf({ steps, versions }: PostDesk): { at: string; what: string }[] {
  const taken = steps.map(({ stage, at, by }) => ({
    when: at,
    what: `${stage === 'draft' ? m.blog_stage_draft() : stage === 'scheduled' ? m.blog_stage_scheduled() : stage === 'published' ? m.blog_stage_published() : m.blog_stage_archived()} · ${by ?? m.blog_by_clock()}`,
  }));
  const written = versions.slice(0, -1).map(({ at, by }) => ({ when: at, what: `${m.blog_change_post()} · ${by}` }));
  return [...taken, ...written]
    .toSorted((a, b) => b.when.getTime() - a.when.getTime())
    .map(({ when, what }) => ({ at: sayMoment(when), what }));
}

export const actions: Actions = {
  edit: (event) =>
    formAction(event, async (form) => {
      const { viewer, ref, here } = await placeOf(event, form);
      const input = parsed(writePostInput.safeParse(form.values));
      if (form.values['go'] === 'preview')
        return { errors: [], values: form.values, preview: { title: input.title, blocks: readMarkup(input.words) } };
      await editPost(viewer, ref, input, { key: form.key });
      redirect(303, `${here}?done=saved`);
    }),
  publish: (event) => act(event, 'published', (_, { viewer, ref, how }) => publishPost(viewer, ref, how)),
  archive: (event) => act(event, 'archived', (_, { viewer, ref, how }) => archivePost(viewer, ref, how)),
  schedule: (event) =>
    act(event, 'scheduled', (form, { viewer, ref, how }) => {
      // The form says Shanghai's clock.
      const moment = form.values['at'] ? { at: `${form.values['at']}:00+08:00` } : {};
      return schedulePost(viewer, ref, parsed(schedulePostInput.safeParse(moment)), how);
    }),
  picture: (event) =>
    act(event, 'picture_added', async (form, { viewer, ref, how }) => {
      const said = { ...form.values, showsPeople: form.values['showsPeople'] === 'yes', agreed: form.values['agreed'] === 'yes' };
      const input = parsed(addPictureInput.safeParse(said));
      const files = (form.files['photos'] ?? []).slice(0, 1);
      const [photo] = await readPhotos(await Promise.all(files.map(async (file) => ({ bytes: await file.bytes() }))));
      if (!photo) throw new Invalid([{ field: 'photos', code: 'blog.picture-needed' }]);
      await addPicture(viewer, ref, input, photo, how);
    }),
  takeDown: (event) =>
    act(event, 'picture_down', (form, { viewer, ref, how }) =>
      takeDownPicture(viewer, { communityId: ref.communityId, id: form.values['picture'] ?? '' }, how),
    ),
};

type Event = RequestEvent<{ community: string; post: string }>;
type At = Awaited<ReturnType<typeof placeOf>>;

async function placeOf(event: Event, form: FormData_) {
  const { viewer, community } = await writingDeskAt(event.locals, event.params.community);
  form.values['key'] = form.key ?? crypto.randomUUID();
  const ref = { communityId: community.id, number: Number(event.params.post) };
  return { viewer, ref, how: { key: form.key }, here: paths.postDesk(community.slug, ref.number) };
}

function act(event: Event, done: string, does: (form: FormData_, at: At) => Promise<unknown>) {
  return formAction(event, async (form) => {
    const place = await placeOf(event, form);
    await does(form, place);
    redirect(303, `${place.here}?done=${done}`);
  });
}

function doneWords(done: string | null): string | null {
  if (done === 'saved') return m.blog_done_saved();
  if (done === 'published') return m.blog_done_published();
  if (done === 'scheduled') return m.blog_done_scheduled();
  if (done === 'archived') return m.blog_done_archived();
  if (done === 'picture_added') return m.blog_done_picture_added();
  return done === 'picture_down' ? m.blog_done_picture_down() : null;
}
