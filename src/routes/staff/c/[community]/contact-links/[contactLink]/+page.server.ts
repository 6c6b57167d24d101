import { redirect } from '@sveltejs/kit';
import { Forbidden, Missing } from '#foundation/refusal.ts';
import { refusalWords } from '#foundation/refusal-words.ts';
import { handsOutCards } from '#listen/cards/index.ts';
import {
  acceptLink,
  acceptLinkInput,
  contactWays,
  endLink,
  endLinkInput,
  eraseEntry,
  findLinks,
  noteContact,
  noteContactInput,
  readLog,
  whyNotAccept,
  whyNotNote,
  worksOnContacts,
} from '#listen/contacts/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../../form-action.ts';
import { contactWayWord, deskWays } from '../../../../../liaison-words.ts';
import { sayDay } from '../../../../../say-date.ts';
import { voicesDeskAt } from '../../../../shell.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** One household one keeps in touch with. Opening it leaves a line that the household sees (H7). */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await voicesDeskAt(locals, params.community);
  const link = (await findLinks(viewer, community.id)).find(({ id }) => id === params.contactLink);
  if (!link) throw new Missing();
  if (!handsOutCards(viewer, community.id)) throw new Forbidden();
  const log = await readLog(viewer, { communityId: community.id, id: link.id });
  const why = whyNotNote(link, viewer);
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    household: link.household,
    holder: link.holder,
    standing:
      link.stage === 'active'
        ? m.contact_since({ day: sayDay(link.acceptedAt ?? link.proposedAt) })
        : m.contact_asked_on({ day: sayDay(link.proposedAt) }),
    mayAccept: whyNotAccept(link, viewer, 'phone') === null,
    mayErase: worksOnContacts(viewer, community.id),
    noteIs: why === 'contact.not-yours' ? null : { whyNot: why && refusalWords(why) },
    ways: deskWays(),
    contactWays: contactWays.map((value) => ({ value, label: contactWayWord(value) })),
    log: log.map(({ id, contactedOn, way, number, correctedAt }) => ({
      id,
      words: `${sayDay(contactedOn)} · ${contactWayWord(way)}`,
      number,
      href: number && paths.staffVoice(community.slug, number),
      corrected: correctedAt !== null,
    })),
    done: doneWords(url.searchParams),
  };
};

export const actions: Actions = {
  accept: (event) =>
    formAction(event, async (form) => {
      const { viewer, ref } = await at(event);
      await acceptLink(viewer, ref, parsed(acceptLinkInput.safeParse(form.values)), { key: form.key });
      redirect(303, `${here(event)}?done=yes`);
    }),
  end: (event) =>
    formAction(event, async (form) => {
      const { viewer, ref } = await at(event);
      await endLink(viewer, ref, parsed(endLinkInput.safeParse(form.values)), { key: form.key });
      redirect(303, paths.contactLinks(event.params.community));
    }),
  note: (event) =>
    formAction(event, async (form) => {
      const { viewer, ref } = await at(event);
      const { number } = await noteContact(viewer, ref, parsed(noteContactInput.safeParse(form.values)), { key: form.key });
      redirect(303, number ? paths.entryReceipt(event.params.community, number) : `${here(event)}?done=yes`);
    }),
  erase: (event) =>
    formAction(event, async (form) => {
      const { viewer, ref } = await at(event);
      await eraseEntry(viewer, { ...ref, entryId: form.values['entry'] ?? '' }, { key: form.key });
      redirect(303, `${here(event)}?done=yes`);
    }),
};

async function at(event: RequestEvent) {
  const { viewer, community } = await voicesDeskAt(event.locals, event.params.community);
  return { viewer, ref: { communityId: community.id, id: event.params.contactLink } };
}

function here({ params }: RequestEvent): string {
  return paths.contactLink(params.community, params.contactLink);
}

function doneWords(asked: URLSearchParams): string | null {
  return asked.get('done') === null ? null : m.liaison_done();
}
