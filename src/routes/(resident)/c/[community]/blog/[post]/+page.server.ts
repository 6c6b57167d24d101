import { redirect } from '@sveltejs/kit';
import { readMarkup } from '#foundation/text/plain-markup.ts';
import { findWhoServes } from '#community/people/index.ts';
import {
  commentOnPost,
  commentOnPostInput,
  findComments,
  findPost,
  findSettings,
  objectToPicture,
  type ShownComment,
} from '#listen/blog/index.ts';
import { countIntake } from '#listen/voices/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../../form-action.ts';
import { refusalWords } from '../../../../../refusal-words.ts';
import { sayDay, sayMoment } from '../../../../say-when.ts';
import { communityAt } from '../../community-at.ts';
import { nameWithPlace, servingByRole } from '../../serving-by-role.ts';
import { beginningOf, readIn } from '../said-in.ts';
import type { Actions, PageServerLoad } from './$types';

/** One post: its text, its pictures, what neighbours say, and where to say something oneself. */
export const load: PageServerLoad = async ({ parent, params, locals, url }) => {
  const { id, slug } = (await parent()).community;
  const { viewer, locale } = locals;
  const page = await findPost(viewer, { communityId: id, number: Number(params.post) });
  const [comments, settings, serving] = await Promise.all([
    findComments(viewer, id, page.id),
    findSettings(id),
    page.whyNotComment ? [] : findWhoServes(id),
  ]);
  const { title, words, lang } = readIn(page.said, locale);
  const earlier = page.versions.slice(1);
  return {
    key: crypto.randomUUID(),
    number: page.number,
    title,
    lang,
    blocks: readMarkup(words),
    beginning: beginningOf(words),
    announcement: page.kind === 'announcement',
    archived: page.stage === 'archived',
    by: m.blog_by({ name: page.author, day: page.publishedAt ? sayDay(page.publishedAt) : '' }),
    edited: earlier.length > 0 ? m.blog_edited({ day: sayDay(page.said.at), count: earlier.length }) : null,
    earlier: earlier.map((version) => {
      const read = readIn(version, locale);
      return {
        head: m.blog_version_of({ day: sayMoment(version.at), name: version.by }),
        title: read.title,
        blocks: readMarkup(read.words),
        lang: read.lang,
      };
    }),
    pictures: page.pictures.map(({ id: picture, alt, width, height, objected }) => ({
      id: picture,
      src: paths.blogPicture(slug, picture, 'full'),
      alt,
      width,
      height,
      asked: objected && m.blog_picture_asked({ when: sayMoment(objected) }),
    })),
    mayObject: viewer.personId !== null,
    comments: comments.map((comment) => shown(slug, comment)),
    whyNotComment: page.whyNotComment && refusalWords(page.whyNotComment),
    signIn: page.whyNotComment === 'blog.sign-in-to-comment',
    asOffice: page.office,
    checkedFirst: settings.checkedFirst,
    serving: servingByRole(serving)
      .flatMap(({ word, people }) => people.map((person) => ({ value: person.personId, label: `${nameWithPlace(person)} · ${word}` })))
      .filter((one, at, all) => all.findIndex(({ value }) => value === one.value) === at),
    done: doneWords(url.searchParams.get('done')),
  };
};

function shown(slug: string, comment: ShownComment) {
  const { id, words, gone, rule, signature, office, at, edited, own, waiting, voice } = comment;
  const who = office ? m.blog_office_reply({ name: office.name }) : (signature ?? m.blog_neighbour());
  return {
    id,
    href: paths.blogComment(slug, id),
    who: gone ? null : who,
    office: office !== null,
    own,
    day: sayDay(at),
    edited,
    waiting,
    words: gone === 'hidden' ? m.blog_gone_hidden({ rule: rule ?? 0 }) : gone ? m[`blog_gone_${gone}`]() : (words ?? ''),
    gone: gone !== null,
    voice: voice && m.blog_became_voice({ number: voice }),
    voiceHref: voice && paths.voice(slug, voice),
  };
}

export const actions: Actions = {
  comment: (event) =>
    formAction(event, async (form) => {
      const { id, slug } = await communityAt(event.params.community);
      form.values['key'] = form.key ?? crypto.randomUUID();
      const { viewer } = event.locals;
      const input = commentOnPostInput.safeParse({ ...form.values, namedIds: form.lists['named'] ?? [] });
      const ref = { communityId: id, number: Number(event.params.post) };
      await countIntake(viewer);
      const { stage } = await commentOnPost(viewer, ref, parsed(input), { key: form.key });
      redirect(303, `${paths.blogPost(slug, ref.number)}?done=${stage}#comments`);
    }),
  object: (event) =>
    formAction(event, async (form) => {
      const { id, slug } = await communityAt(event.params.community);
      await countIntake(event.locals.viewer);
      await objectToPicture(event.locals.viewer, { communityId: id, id: form.values['picture'] ?? '' }, { key: form.key });
      redirect(303, `${paths.blogPost(slug, Number(event.params.post))}?done=picture`);
    }),
};

function doneWords(done: string | null): string | null {
  if (done === 'shown') return m.blog_done_shown();
  if (done === 'waiting') return m.blog_done_waiting();
  return done === 'picture' ? m.blog_done_picture() : null;
}
