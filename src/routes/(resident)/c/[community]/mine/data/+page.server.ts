import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
  chooseNotices,
  chooseNoticesInput,
  correctAccount,
  correctAccountInput,
  findConsents,
  findLooks,
  type Viewer,
} from '#community/people/index.ts';
import { askDataRequest, askDataRequestInput, findOwnRequests, takeBackDataRequest } from '#listen/data-requests/index.ts';
import {
  allowPublication,
  correctContact,
  correctContactInput,
  findOwnVoices,
  findVoicePage,
  withdrawPublication,
  type VoiceRef,
} from '#listen/voices/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed, type FormData_ } from '../../../../../form-action.ts';
import { consentLines, kindOfRequest, lookWords, requestStanding } from '../../../../../rights-words.ts';
import { sayDay } from '../../../../../say-date.ts';
import { communityAt } from '../../community-at.ts';
import { consentItems } from './consent-items.ts';
import type { Actions, PageServerLoad } from './$types';

/** What is kept of somebody, who looked, and what they may do about it: signed in, or with number and code open. */
export const load: PageServerLoad = async ({ parent, locals, url }) => {
  const { id, slug } = (await parent()).community;
  const { viewer } = locals;
  const held = viewer.holds?.communityId === id ? viewer.holds.voiceId : null;
  if (!viewer.personId && !held) redirect(303, paths.residentSignIn(slug));
  const [looks, consents, requests, voices] = await Promise.all([
    findLooks(viewer, id),
    findConsents(viewer, id),
    findOwnRequests(viewer, id),
    voicesOf(viewer, id, held),
  ]);
  const now = new Date();
  return {
    key: crypto.randomUUID(),
    done: doneWords(url.searchParams.get('done')),
    account: held ? null : { name: viewer.name ?? '', locale: locals.locale },
    numbers: voices.filter(({ erased }) => !erased).map(({ number }) => number),
    of: held ? m.rights_mine_of_voice({ number: voices[0]?.number ?? '' }) : m.rights_mine_of_account(),
    looks: looks.map(lookWords),
    consents: consentItems(
      consents.map((consent) => ({ ...consent, lines: consentLines(consent) })),
      { voices: held ? voices : [], account: !held },
    ),
    requests: requests.map((request) => ({
      id: request.id,
      what: [kindOfRequest(request.kind), request.number].filter(Boolean).join(' · '),
      asked: m.rights_request_asked({ day: sayDay(request.askedAt) }),
      standing: requestStanding(request, now),
      open: request.outcome === null,
    })),
  };
};

async function voicesOf(viewer: Viewer, communityId: number, held: string | null): Promise<{ number: string; erased: boolean }[]> {
  if (!held) return (await findOwnVoices(viewer, communityId)).map(({ number, words }) => ({ number, erased: words === '' }));
  const { number, erased } = await findVoicePage(viewer, { communityId, id: held });
  return [{ number, erased }];
}

export const actions: Actions = {
  notices: (event) =>
    deed(event, async (form, { viewer, id }) => {
      const { wanted } = await chooseNotices(viewer, id, parsed(chooseNoticesInput.safeParse(form.values)), { key: form.key });
      return wanted ? 'given' : 'withdrawn';
    }),
  allow: (event) =>
    deed(event, async (form, { viewer, ref }) => {
      await allowPublication(viewer, ref(form), { way: 'page' }, { key: form.key });
      return 'given';
    }),
  withdraw: (event) =>
    deed(event, async (form, { viewer, ref }) => {
      const { takenDown } = await withdrawPublication(viewer, ref(form), { way: 'page' }, { key: form.key });
      return takenDown ? 'taken_down' : 'withdrawn';
    }),
  account: (event) =>
    deed(event, async (form, { viewer }) => {
      await correctAccount(viewer, parsed(correctAccountInput.safeParse(form.values)), { key: form.key });
      return 'corrected';
    }),
  contact: (event) =>
    deed(event, async (form, { viewer, ref }) => {
      const input = parsed(correctContactInput.safeParse({ ...form.values, way: 'page' }));
      await correctContact(viewer, ref(form), input, { key: form.key });
      return 'corrected';
    }),
  ask: (event) =>
    deed(event, async (form, { viewer, id }) => {
      const asked = { ...form.values, way: 'page', insists: form.values['insists'] === 'yes' };
      await askDataRequest(viewer, id, parsed(askDataRequestInput.safeParse(asked)), { key: form.key });
      return 'asked';
    }),
  back: (event) =>
    deed(event, async (form, { viewer, id }) => {
      await takeBackDataRequest(viewer, { communityId: id, id: form.values['request'] ?? '' }, { key: form.key });
      return 'taken_back';
    }),
};

type Here = { viewer: Viewer; id: number; ref: (form: FormData_) => VoiceRef };

/** One thing done, and back to the page, which says so. */
async function deed(event: RequestEvent<{ community: string }>, work: (form: FormData_, here: Here) => Promise<string>) {
  const { id, slug } = await communityAt(event.params.community);
  const { viewer } = event.locals;
  const held = viewer.holds?.communityId === id ? viewer.holds.voiceId : null;
  const ref = ({ values: { number } }: FormData_) =>
    number === undefined && held ? { communityId: id, id: held } : { communityId: id, number: number ?? '' };
  return formAction(event, async (form) => {
    Object.assign(form.values, { key: form.key ?? crypto.randomUUID() });
    redirect(303, `${paths.myData(slug)}?done=${await work(form, { viewer, id, ref })}`);
  });
}

function doneWords(done: string | null): string | null {
  switch (done) {
    case 'asked':
    case 'taken_back':
    case 'corrected':
    case 'given':
    case 'withdrawn':
    case 'taken_down':
      return m[`rights_done_${done}`]();
    default:
      return null;
  }
}
