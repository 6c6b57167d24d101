import { redirect } from '@sveltejs/kit';
import { endCall, endCallInput, readCaller, tryCall, tryCallInput } from '#listen/calls/index.ts';
import { findFollowUps, finishDuty, finishDutyInput, followUpVoice, followUpVoiceInput, readContact } from '#listen/voices/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../form-action.ts';
import { sayDay, sayDistance, sayMoment } from '../../../../say-date.ts';
import { responseWord } from '../../../../voice-words.ts';
import { voicesDeskAt } from '../../../shell.ts';
import { nowTyped, typedMoment } from '../typed-moment.ts';
import { callsOf } from './calls-of.ts';
import type { Actions, PageServerLoad } from './$types';
import { wordsOrErased } from '../../../../rights-words.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await voicesDeskAt(locals, params.community);
  const { calls, followUps, duties } = await callsOf(viewer, community);
  const voiceAt = (number: string, part = '') => `${paths.staffVoice(community.slug, number)}${part}`;
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    calls,
    soon: nowTyped(new Date(Date.now() + 2 * 3_600_000)),
    done: url.searchParams.has('done'),
    followUps: followUps.map((one) => ({
      number: one.number,
      href: voiceAt(one.number, '#deeds'),
      words: wordsOrErased(one.words),
      place: one.place ?? m.staff_no_place(),
      owner: m.staff_follow_up_owner({ name: one.ownerName, day: sayDay(one.answeredAt) }),
      way: responseWord(one.responseMethod),
      tries: one.tries === 0 ? m.staff_tries_none() : m.staff_tries({ count: one.tries }),
      light: one.light,
      due: sayDistance(one.dueAt),
      dueNote: sayDay(one.dueAt),
      dueIso: one.dueAt.toISOString(),
    })),
    duties: duties.map((one) => ({
      id: one.deliveryId,
      number: one.number,
      href: voiceAt(one.number, '#contact'),
      way: m[`voices_duty_${one.way}`](),
      what: m[`staff_told_${one.template}`](),
      since: sayMoment(one.at),
      iso: one.at.toISOString(),
    })),
  };
};

export const actions: Actions = {
  done: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await voicesDeskAt(event.locals, event.params.community);
      await finishDuty(viewer, community.id, parsed(finishDutyInput.safeParse(form.values)), { key: form.key });
      redirect(303, `${paths.followUps(community.slug)}?done=1`);
    }),

  // Shown once, in the answer to the post itself: what was read never stands in an address or a history.
  number: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await voicesDeskAt(event.locals, event.params.community);
      const { about, id = '' } = form.values;
      const ref = { communityId: community.id, id };
      const { followUps, duties } = about === 'call' ? { followUps: [], duties: [] } : await findFollowUps(viewer, community.id);
      const number = [...followUps.filter((one) => one.id === id), ...duties.filter((one) => one.deliveryId === id)][0]?.number ?? '';
      const contact =
        about === 'call'
          ? { name: null, ...(await readCaller(viewer, ref)) }
          : await readContact(viewer, { communityId: community.id, number }, { purpose: 'call' });
      return { values: form.values, lists: form.lists, errors: [], opened: { id, name: contact.name, phone: contact.phone } };
    }),
  asked: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await voicesDeskAt(event.locals, event.params.community);
      const { id = '', outcome, rating } = form.values;
      const said = parsed(followUpVoiceInput.safeParse({ way: 'phone', outcome: rating ? 'solved' : outcome, rating }));
      await followUpVoice(viewer, { communityId: community.id, id }, said, { key: form.key });
      redirect(303, `${paths.followUps(community.slug)}?done=1`);
    }),
  tried: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await voicesDeskAt(event.locals, event.params.community);
      const { againAt, outcome, ...rest } = form.values;
      const again = outcome === 'again' ? typedMoment(againAt) : undefined;
      await tryCall(viewer, community.id, parsed(tryCallInput.safeParse({ ...rest, outcome, againAt: again })), { key: form.key });
      redirect(303, `${paths.followUps(community.slug)}?done=1`);
    }),
  ended: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await voicesDeskAt(event.locals, event.params.community);
      const ref = { communityId: community.id, id: form.values['id'] ?? '' };
      await endCall(viewer, ref, parsed(endCallInput.safeParse(form.values)), { key: form.key });
      redirect(303, `${paths.followUps(community.slug)}?done=1`);
    }),
};
