import { redirect } from '@sveltejs/kit';
import { findFollowUps, finishDuty, finishDutyInput } from '#listen/voices/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../form-action.ts';
import { sayDay, sayDistance, sayMoment } from '../../../../say-date.ts';
import { responseWord } from '../../../../voice-words.ts';
import { voicesDeskAt } from '../../../shell.ts';
import type { Actions, PageServerLoad } from './$types';
import { wordsOrErased } from '../../../../rights-words.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await voicesDeskAt(locals, params.community);
  const { followUps, duties } = await findFollowUps(viewer, community.id);
  const voiceAt = (number: string, part = '') => `${paths.staffVoice(community.slug, number)}${part}`;
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
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
      redirect(303, `${paths.followUps(community.slug)}?done=1#duties`);
    }),
};
