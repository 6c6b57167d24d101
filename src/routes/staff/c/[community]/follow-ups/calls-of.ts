import { findAgain, findMissedCalls } from '#listen/calls/index.ts';
import { findFollowUps, type FollowUp, type Duty } from '#listen/voices/index.ts';
import type { Viewer } from '#community/people/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { refusalWords } from '../../../../refusal-words.ts';
import { wordsOrErased } from '../../../../rights-words.ts';
import { sayDay, sayDistance, sayMoment } from '../../../../say-date.ts';

/** One call to make. `what`: as the form names it; `id`: of the missed call, the delivery or the voice. */
export type Call = {
  what: 'call' | 'duty' | 'answer';
  id: string;
  number: string | null;
  href: string;
  title: string;
  words: string;
  /** When they asked to be called; else null. */
  again: string | null;
  tries: string | null;
  light: 'none' | 'green' | 'amber' | 'red';
  due: string;
  dueNote: string;
  dueIso: string;
  whyNotGiveUp: string | null;
};

/** Everything one person with a telephone has to call, in one list by date; the rest is visited or written to. */
export async function callsOf(viewer: Viewer, { id, slug }: { id: number; slug: string }) {
  const [missed, { followUps, duties }] = await Promise.all([findMissedCalls(viewer, id), findFollowUps(viewer, id)]);
  const again = await findAgain(id, [...followUps.map((one) => one.id), ...duties.map(({ deliveryId }) => deliveryId)]);
  const due = (at: Date) => ({ due: sayDistance(at), dueNote: sayDay(at), dueIso: at.toISOString() });
  const voiceAt = (number: string) => paths.staffVoice(slug, number);
  const asked = (at: Date | null | undefined) => (at ? m.desk_call_again_at({ time: sayMoment(at) }) : null);
  const ofMissed: Call[] = missed.map((call) => ({
    what: 'call',
    id: call.id,
    number: null,
    href: paths.calls(slug, call.id),
    title: m.desk_call_missed({ rang: sayMoment(call.calledAt) }),
    words: call.words ?? m.desk_missed_no_words(),
    again: asked(call.againAt),
    tries: call.tries > 0 ? m.staff_tries({ count: call.tries }) : null,
    light: call.light,
    ...due(call.dueAt),
    whyNotGiveUp: call.whyNotGiveUp && refusalWords(call.whyNotGiveUp),
  }));
  const ofAnswers: Call[] = followUps
    .filter(byTelephone)
    .map((one) => ({
      what: 'answer',
      id: one.id,
      number: one.number,
      href: voiceAt(one.number),
      title: m.desk_call_ask({ number: one.number }),
      words: wordsOrErased(one.words),
      again: asked(again.get(one.id)),
      tries: one.tries > 0 ? m.staff_tries({ count: one.tries }) : null,
      light: one.light,
      ...due(one.dueAt),
      whyNotGiveUp: null,
    }));
  const ofDuties: Call[] = duties
    .filter(isCall)
    .map((one) => ({
      what: 'duty',
      id: one.deliveryId,
      number: one.number,
      href: voiceAt(one.number),
      title: m.desk_call_tell({ number: one.number }),
      words: m[`staff_told_${one.template}`](),
      again: asked(again.get(one.deliveryId)),
      tries: null,
      light: one.light,
      ...due(one.dueAt),
      whyNotGiveUp: null,
    }));
  const calls = [...ofMissed, ...ofAnswers, ...ofDuties].toSorted((a, b) => a.dueIso.localeCompare(b.dueIso));
  return {
    // Whoever asked for another time comes last until then.
    calls: [...calls.filter((call) => call.again === null), ...calls.filter((call) => call.again !== null)],
    followUps: followUps.filter((one) => !byTelephone(one)),
    duties: duties.filter((one) => !isCall(one)),
  };
}

function byTelephone({ responseMethod }: FollowUp): boolean {
  return responseMethod === 'phone';
}

function isCall({ way }: Duty): boolean {
  return way === 'call_duty';
}
