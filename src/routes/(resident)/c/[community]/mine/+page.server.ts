import { redirect } from '@sveltejs/kit';
import { findOwnComments } from '#listen/blog/index.ts';
import { findOwnVoices, isUnanswered, stages } from '#listen/voices/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { wordsOrErased } from '../../../../rights-words.ts';
import type { PageServerLoad } from './$types';

/** What somebody signed in has said here. Whoever isn't signed in goes to the door first. */
export const load: PageServerLoad = async ({ parent, locals }) => {
  const { id, slug } = (await parent()).community;
  if (!locals.viewer.personId) redirect(303, paths.residentSignIn(slug));
  const [voices, comments] = await Promise.all([findOwnVoices(locals.viewer, id), findOwnComments(locals.viewer, id)]);
  return {
    comments: comments.map(({ id: comment, stage, words, title }) => ({
      href: paths.blogComment(slug, comment),
      words,
      title,
      stage: m[`blog_stage_${stage}`](),
    })),
    voices: voices.map((voice) => ({
      ...voice,
      words: wordsOrErased(voice.words),
      seal: stages[voice.stage].seal,
      unanswered: isUnanswered(voice),
    })),
  };
};
