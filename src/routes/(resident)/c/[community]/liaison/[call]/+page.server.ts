import { redirect } from '@sveltejs/kit';
import { findBuildings } from '#community/places/index.ts';
import {
  consentToNomination,
  consentToNominationInput,
  declineNomination,
  findCall,
  findListed,
  findOwnNominations,
  listedDays,
  nominateOfficer,
  nominateOfficerInput,
  objectToNominee,
  objectToNomineeInput,
} from '#listen/liaison/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../../form-action.ts';
import { stageOfCall } from '../../../../../liaison-words.ts';
import { sayDay } from '../../../../say-when.ts';
import { communityAt } from '../../community-at.ts';
import type { Actions, PageServerLoad } from './$types';

/** A call: what is asked for, until when; then the list with the names people chose, and where to say what one thinks. */
export const load: PageServerLoad = async ({ parent, params, locals, url }) => {
  const { id } = (await parent()).community;
  const call = await findCall(id, params.call);
  const own = (await findOwnNominations(locals.viewer, id)).find(({ callId }) => callId === call.id);
  return {
    key: crypto.randomUUID(),
    stage: stageOfCall(call),
    announcement: call.announcement,
    from: sayDay(call.opensOn),
    closes: sayDay(call.closesOn),
    until: call.until && sayDay(call.until),
    days: String(listedDays),
    listed: call.postedAt ? await findListed(id, call.id) : [],
    buildings: (await findBuildings(id)).map(({ id: value, name }) => ({ value, label: name })),
    own: own && { id: own.id, place: own.place, agreed: own.agreed, appointed: own.appointed, shownName: own.shownName },
    done: doneWords(url.searchParams.get('done')),
  };
};

export const actions: Actions = {
  nominate: (event) =>
    formAction(event, async (form) => {
      const { id, slug } = await communityAt(event.params.community);
      const input = parsed(nominateOfficerInput.safeParse({ ...form.values, way: 'page' }));
      await nominateOfficer(event.locals.viewer, { communityId: id, id: event.params.call }, input, { key: form.key });
      redirect(303, `${paths.liaisonCall(slug, event.params.call)}?done=nominated`);
    }),
  agree: (event) =>
    formAction(event, async (form) => {
      const { id, slug } = await communityAt(event.params.community);
      const input = parsed(consentToNominationInput.safeParse({ ...form.values, way: 'page' }));
      const ref = { communityId: id, id: form.values['nomination'] ?? '' };
      await consentToNomination(event.locals.viewer, ref, input, { key: form.key });
      redirect(303, `${paths.liaisonCall(slug, event.params.call)}?done=agreed`);
    }),
  decline: (event) =>
    formAction(event, async (form) => {
      const { id, slug } = await communityAt(event.params.community);
      const ref = { communityId: id, id: form.values['nomination'] ?? '' };
      await declineNomination(event.locals.viewer, ref, { way: 'page' }, { key: form.key });
      redirect(303, `${paths.liaisonCall(slug, event.params.call)}?done=declined`);
    }),
  object: (event) =>
    formAction(event, async (form) => {
      const { id, slug } = await communityAt(event.params.community);
      const input = parsed(objectToNomineeInput.safeParse({ ...form.values, way: 'page' }));
      const ref = { communityId: id, id: form.values['nomination'] ?? '' };
      await objectToNominee(event.locals.viewer, ref, input, { key: form.key });
      redirect(303, `${paths.liaisonCall(slug, event.params.call)}?done=objected`);
    }),
};

function doneWords(done: string | null): string | null {
  if (done === 'nominated') return m.liaison_done_nominated();
  if (done === 'agreed') return m.liaison_done_agreed();
  if (done === 'declined') return m.liaison_done_declined();
  return done === 'objected' ? m.liaison_done_objected() : null;
}
