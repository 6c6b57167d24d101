import { findPosts } from '#listen/blog/index.ts';
import { findConsultations } from '#listen/consultations/index.ts';
import { deadlines, findPublicVoices } from '#listen/voices/index.ts';
import { nobody } from '#community/people/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { categories, monthOf, scheduledAt, servingAt } from './notice-board.ts';
import { promiseOf } from './promise-of.ts';
import { nameWithPlace, servingByRole } from './serving-by-role.ts';
import { shownPost } from './blog/shown-post.ts';
import { outcomeOf } from './voices/outcome-of.ts';
import { sayMonth, sayPromisedDay } from '../../say-when.ts';
import type { PageServerLoad } from './$types';

/** The first page: say something, follow it, and see what became of what others said. */
export const load: PageServerLoad = async ({ parent, locals }) => {
  const { id, slug } = (await parent()).community;
  const [latest, scheduled, known, month, serving, posts, asked] = await Promise.all([
    findPublicVoices(id, { limit: 4 }),
    scheduledAt(id),
    categories(),
    monthOf(id),
    servingAt(id),
    findPosts(id, { limit: 2 }),
    findConsultations(nobody, id),
  ]);
  return {
    days: deadlines.answer,
    outcomes: latest.rows.map((voice) => outcomeOf(slug, voice, known, locals.locale)),
    promises: scheduled.rows
      .flatMap((voice) => promiseOf(slug, voice) ?? [])
      .toSorted((a, b) => a.day.localeCompare(b.day))
      .slice(0, 3),
    posts: posts.rows.map((row) => shownPost(slug, row, locals.locale)),
    asking: asked
      .filter(({ stage }) => stage === 'open')
      .map((one) => ({
        title: one.title,
        href: paths.consultation(slug, one.number),
        until: m.consult_until({ day: sayPromisedDay(one.closesOn) }),
      })),
    month,
    monthName: sayMonth(new Date()),
    serving: servingByRole(serving).map(({ role, word, people }) => ({ role, word, names: people.map(nameWithPlace) })),
  };
};
