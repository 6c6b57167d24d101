import { redirect } from '@sveltejs/kit';
import { findRouting } from '#community/responsibilities/index.ts';
import { findCategories, findVoicePage, readContact, readContactInput } from '#listen/voices/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../../form-action.ts';
import { routingWords } from '../../../../../responsibility-words.ts';
import { refusalWords } from '../../../../../refusal-words.ts';
import { sayMoment } from '../../../../../say-date.ts';
import { voicesDeskAt } from '../../../../shell.ts';
import { deedsOf } from './deeds-of.ts';
import { doDeed } from './do-deed.ts';
import { dueOf, factsOf, speakerOf, tagsOf } from './facts-of.ts';
import { storyOf } from './story-of.ts';
import type { Actions, PageServerLoad } from './$types';
import { wordsOrErased } from '../../../../../rights-words.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await voicesDeskAt(locals, params.community);
  const page = await findVoicePage(viewer, { communityId: community.id, number: params.number });
  const english = locals.locale === 'en';
  const category = (await findCategories()).find(({ code }) => code === page.category);
  const contact = page.actions.find(({ verb }) => verb === 'read_contact');
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    number: page.number,
    words: wordsOrErased(page.words),
    photos: page.photos.map(({ id }) => ({
      src: paths.staffPhoto(community.slug, page.number, id, 'thumbnail'),
      href: paths.staffPhoto(community.slug, page.number, id, 'full'),
      alt: m.staff_photo_alt(),
    })),
    clearing:
      page.photos.length > 0 && page.actions.some(({ verb, whyNot }) => verb === 'take_down' && whyNot === null)
        ? paths.clearing(community.slug, page.number)
        : null,
    tags: tagsOf(page),
    facts: factsOf(page, community.slug, category ? (english ? category.en : category.zh) : null),
    routing: routingWords(await findRouting(community.id, page.category)),
    speaker: speakerOf(page),
    due: dueOf(page),
    story: storyOf(page),
    deeds: await deedsOf(viewer, community, page, { english, take: url.searchParams.get('take') }),
    accused: page.desk?.accused.map(({ name, description }) => name ?? description ?? '') ?? [],
    merged: page.merged.map((number) => ({ number, href: paths.staffVoice(community.slug, number) })),
    withdrawal: page.desk?.withdrawal ?? null,
    asSpeaker: page.asSpeaker && !page.desk,
    whyNoContact: contact?.whyNot ? refusalWords(contact.whyNot) : null,
    leftContact: [page.desk?.reachable.phone, page.desk?.reachable.email, page.desk?.reachable.named].includes(true),
    mayReadContact: contact?.whyNot === null,
    done: url.searchParams.get('done') !== null,
  };
};

export const actions: Actions = {
  deed: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await voicesDeskAt(event.locals, event.params.community);
      await doDeed(viewer, { communityId: community.id, number: event.params.number }, form);
      // Whoever gave it away, or walled themselves off from it, can no longer see it; their pile shows that.
      const stillHere = await findVoicePage(viewer, { communityId: community.id, number: event.params.number }).catch(() => null);
      redirect(303, stillHere ? `${paths.staffVoice(community.slug, event.params.number)}?done=1` : paths.queue(community.slug));
    }),

  // Shown once, in the answer to the post itself: what was read never stands in an address or a history.
  contact: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await voicesDeskAt(event.locals, event.params.community);
      const input = parsed(readContactInput.safeParse(form.values));
      const contact = await readContact(viewer, { communityId: community.id, number: event.params.number }, input);
      return { contact, readAt: sayMoment(new Date()) };
    }),
};
