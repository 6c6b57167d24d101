import { redirect } from '@sveltejs/kit';
import { endProgramKey, findProgramKeys, isSteppedUp, issueProgramKey, issueProgramKeyInput } from '#community/people/index.ts';
import { chooseOpen311Words, chooseOpen311WordsInput, findOpen311Words, open311Words } from '#community/places/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../form-action.ts';
import { sayMoment } from '../../../../say-date.ts';
import { proven } from '../../../proven.ts';
import { communityOf } from '../people/community-of.ts';
import type { Actions, PageServerLoad } from './$types';

/** Programs that bring requests to this community (Open311): their keys, and when what they bring can be read. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await communityOf(locals, params.community);
  const keys = await findProgramKeys(viewer, community.id);
  const says = { after_clearing: m.open311_words_after_clearing, at_once: m.open311_words_at_once };
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    keys: keys.map(({ id, name, issuedAt, issuedBy, lastUsedAt }) => ({
      id,
      name,
      issued: issuedBy ? m.open311_keys_issued_by({ at: sayMoment(issuedAt), name: issuedBy }) : sayMoment(issuedAt),
      used: lastUsedAt ? sayMoment(lastUsedAt) : m.people_never(),
    })),
    words: await findOpen311Words(community.id),
    choices: open311Words.map((value) => ({ value, label: says[value]() })),
    steppedUp: isSteppedUp(locals.session, new Date()),
    done: doneWords(url.searchParams.get('done')),
  };
};

export const actions: Actions = {
  issue: (event) =>
    proven(event, paths.programs(event.params.community), async (form) => {
      const { viewer, community } = await communityOf(event.locals, event.params.community);
      const input = parsed(issueProgramKeyInput.safeParse(form.values));
      return { issued: (await issueProgramKey(viewer, event.locals.session, community.id, input)).key };
    }),
  end: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await communityOf(event.locals, event.params.community);
      await endProgramKey(viewer, community.id, form.values['id'] ?? '', { key: form.key });
      redirect(303, `${paths.programs(community.slug)}?done=ended`);
    }),
  words: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await communityOf(event.locals, event.params.community);
      await chooseOpen311Words(viewer, community.id, parsed(chooseOpen311WordsInput.safeParse(form.values)), { key: form.key });
      redirect(303, `${paths.programs(community.slug)}?done=words`);
    }),
};

function doneWords(done: string | null): string | null {
  if (done === 'ended') return m.open311_keys_done_ended();
  return done === 'words' ? m.open311_keys_done_words() : null;
}
