import { redirect } from '@sveltejs/kit';
import {
  acceptLink,
  correctEntry,
  correctEntryInput,
  endLink,
  eraseEntry,
  findLog,
  findLogLooks,
  findOwnLinks,
} from '#listen/contacts/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed, type FormData_ } from '../../../../../form-action.ts';
import { contactWayWord } from '../../../../../liaison-words.ts';
import { sayDay, sayMoment } from '../../../../say-when.ts';
import { communityAt } from '../../community-at.ts';
import type { Actions, PageServerLoad } from './$types';

/** Who keeps in touch with my household, what was noted, and who looked. Whoever isn't signed in goes to the door first. */
export const load: PageServerLoad = async ({ parent, locals, url }) => {
  const { id, slug } = (await parent()).community;
  if (!locals.viewer.personId) redirect(303, paths.residentSignIn(slug));
  const links = await findOwnLinks(locals.viewer, id);
  const ids = links.map((link) => link.id);
  const [log, looks] = await Promise.all([findLog(id, ids), findLogLooks(locals.viewer, id, ids)]);
  return {
    key: crypto.randomUUID(),
    links: links.map(({ id: linkId, holder, household, stage, proposedAt, acceptedAt }) => ({
      id: linkId,
      holder,
      household,
      active: stage === 'active',
      since: sayDay(acceptedAt ?? proposedAt),
      entries: (log.get(linkId) ?? []).map(({ id: entryId, contactedOn, way, number }) => ({
        id: entryId,
        contactedOn,
        way,
        words: `${sayDay(contactedOn)} · ${contactWayWord(way)}`,
        number,
        href: number && paths.voice(slug, number),
      })),
    })),
    looks: looks.map(({ at, name }) => ({ at: sayMoment(at), iso: at.toISOString(), name })),
    done: doneWords(url.searchParams.get('done')),
  };
};

export const actions: Actions = {
  accept: (event) =>
    formAction(event, async (form) => {
      const ref = await refOf(event.params.community, form);
      await acceptLink(event.locals.viewer, ref, { way: 'page' }, { key: form.key });
      redirect(303, `${paths.myContact(event.params.community)}?done=accepted`);
    }),
  end: (event) =>
    formAction(event, async (form) => {
      const ref = await refOf(event.params.community, form);
      await endLink(event.locals.viewer, ref, { way: 'page' }, { key: form.key });
      redirect(303, `${paths.myContact(event.params.community)}?done=ended`);
    }),
  correct: (event) =>
    formAction(event, async (form) => {
      const ref = await refOf(event.params.community, form);
      const input = parsed(correctEntryInput.safeParse(form.values));
      await correctEntry(event.locals.viewer, { ...ref, entryId: form.values['entry'] ?? '' }, input, { key: form.key });
      redirect(303, `${paths.myContact(event.params.community)}?done=corrected`);
    }),
  erase: (event) =>
    formAction(event, async (form) => {
      const ref = await refOf(event.params.community, form);
      await eraseEntry(event.locals.viewer, { ...ref, entryId: form.values['entry'] ?? '' }, { key: form.key });
      redirect(303, `${paths.myContact(event.params.community)}?done=erased`);
    }),
};

async function refOf(slug: string, form: FormData_): Promise<{ communityId: number; id: string }> {
  return { communityId: (await communityAt(slug)).id, id: form.values['link'] ?? '' };
}

function doneWords(done: string | null): string | null {
  if (done === 'accepted') return m.contact_done_accepted();
  if (done === 'ended') return m.contact_done_ended();
  if (done === 'corrected') return m.contact_done_corrected();
  return done === 'erased' ? m.contact_done_erased() : null;
}
