import fc from 'fast-check';
import { Forbidden, Invalid, Missing, Refused } from '#foundation/refusal.ts';
import { currentCalendar } from '#foundation/server/current-calendar.ts';
import { database } from '#foundation/server/database.ts';
import type { How } from '#foundation/server/perform.ts';
import { nobody, type Viewer } from '#community/people/index.ts';
import * as voices from '#listen/voices/index.ts';
import { at, leak, sorted, type Spoken } from './voices.ts';
import { makePerson, makeWorld, type World } from './world.ts';

// The life of a small office for property tests: people do things to voices, allowed or not, and time passes.

/** One step, as numbers that mean something only against what is there: so that a failing life shrinks well. */
export type Step = { actor: number; voice: number; pick: number; wild: number; hours: number; detail: number };
export const someSteps = fc.array(
  fc.record({
    actor: fc.nat(20),
    voice: fc.nat(20),
    pick: fc.nat(1000),
    wild: fc.nat(3),
    hours: fc.integer({ min: 1, max: 60 }),
    detail: fc.nat(1000),
  }),
  { minLength: 35, maxLength: 60, size: 'max' },
);

export type Town = World & {
  accused: Viewer;
  manager: Viewer;
  reporter: Viewer;
  staff: Viewer[];
  spoken: (Spoken & { channel: string })[];
  now: Date;
};
export type Deed = { verb: string; viewer: Viewer; voice: voices.Voice | null; allowed: boolean; done: boolean };

export async function makeTown(): Promise<Town> {
  const world = await makeWorld();
  const accused = await makePerson(world, 'community_worker', 'Accused');
  const manager = await makePerson(world, 'property_manager', 'Manager');
  const reporter = await makePerson(world, 'resident', 'Reporter');
  const staff = [world.worker, world.colleague, world.secretary, world.street, accused, manager];
  return { ...world, accused, manager, reporter, staff, spoken: [], now: at('2026-03-02 09:00') };
}

/** Lets one thing happen; tells what was tried and whether it was done. A refusal is fine, anything else is a bug and thrown. */
export async function live(town: Town, step: Step): Promise<Deed | null> {
  town.now = new Date(town.now.getTime() + step.hours * 3_600_000);
  const how = { now: town.now };
  if (town.spoken.length < 2 || step.pick % 17 === 0) return speakUp(town, step, how);
  if (step.pick % 23 === 0) {
    await voices.escalateOverdue(town.now);
    return null;
  }
  const spoken = town.spoken[step.voice % town.spoken.length];
  if (!spoken) return null;
  const choice = step.wild === 0 ? anything(town, spoken, step) : await somethingAllowed(town, spoken, step);
  const moment = { now: town.now, calendar: await currentCalendar() };
  const voice = await voices.loadVoice(database(), choice.viewer, spoken);
  const action = voice && voices.allowedActions(voice, choice.viewer, moment).find((one) => one.verb === choice.verb);
  const done = await wasDone(() => run(town, choice.viewer, choice.verb, spoken, step.detail, how));
  return { ...choice, voice, allowed: action?.whyNot === null, done };
}

async function speakUp(town: Town, { actor, detail }: Step, how: How): Promise<Deed> {
  const channel = voices.channels[detail % voices.channels.length] ?? 'web';
  const viewer =
    channel === 'web' || channel === 'blog_comment'
      ? ([nobody, town.reporter][actor % 2] ?? nobody)
      : (town.staff[actor % 2] ?? town.worker);
  const words = detail % 5 === 0 ? 'Accused was rude to me' : detail % 7 === 0 ? 'Secretary never listens' : 'Water drips';
  const kind = detail % 11 === 0 ? 'praise' : words === 'Water drips' ? 'help_request' : 'complaint';
  const { voiceId, number } = await voices.submitVoice(
    viewer,
    town.communityId,
    { ...leak, words, kind, channel, mayPublish: detail % 2 === 0 },
    [],
    how,
  );
  const speaker: Viewer = { ...nobody, kind: 'holder', holds: { communityId: town.communityId, voiceId } };
  town.spoken.push({ communityId: town.communityId, id: voiceId, number, speaker, channel });
  return { verb: 'submit', viewer, voice: null, allowed: true, done: true };
}

function peopleOf(town: Town, spoken: Spoken): Viewer[] {
  return [...town.staff, town.reporter, spoken.speaker];
}

function anything(town: Town, spoken: Spoken, { actor, pick }: Step): { viewer: Viewer; verb: voices.ActionVerb } {
  const people = peopleOf(town, spoken);
  return { viewer: people[actor % people.length] ?? nobody, verb: voices.actionVerbs[pick % voices.actionVerbs.length] ?? 'note' };
}

/** Whatever somebody may do now; steps that move a voice on are taken more often than notes. */
async function somethingAllowed(town: Town, spoken: Spoken, step: Step): Promise<{ viewer: Viewer; verb: voices.ActionVerb }> {
  const moment = { now: town.now, calendar: await currentCalendar() };
  const choices: { viewer: Viewer; verb: voices.ActionVerb }[] = [];
  for (const viewer of peopleOf(town, spoken)) {
    const voice = await voices.loadVoice(database(), viewer, spoken);
    for (const { verb, whyNot } of voice ? voices.allowedActions(voice, viewer, moment) : []) {
      const rare = ['note', 'read_contact', 'add'].includes(verb) || (verb === 'withdraw' && step.detail % 4 > 0);
      if (whyNot === null && !rare) choices.push({ viewer, verb });
    }
  }
  const onwards = step.pick % 3 > 0 ? forward.find((verbs) => choices.some((choice) => verbs.includes(choice.verb))) : undefined;
  const verbs = [...new Set(choices.map((choice) => choice.verb))].filter((verb) => !onwards || onwards.includes(verb));
  const verb = verbs[step.pick % Math.max(1, verbs.length)];
  const able = choices.filter((choice) => choice.verb === verb);
  return able[step.actor % Math.max(1, able.length)] ?? anything(town, spoken, step);
}

/** The straight way from the end to the beginning; taken two times out of three, so that lives get somewhere. */
const forward: voices.ActionVerb[][] = [
  ['confirm', 'follow_up', 'close_documented', 'reopen'],
  ['answer', 'resume'],
  ['accept'],
  ['assign', 'merge'],
  ['triage'],
  ['acknowledge'],
];

async function wasDone(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof Refused || error instanceof Missing || error instanceof Invalid || error instanceof Forbidden) return false;
    throw error;
  }
}

async function run(town: Town, viewer: Viewer, verb: voices.ActionVerb, voice: Spoken, detail: number, how: How): Promise<unknown> {
  const dayAhead = new Date(town.now.getTime() + (1 + (detail % 9)) * 86_400_000).toISOString().slice(0, 10);
  const somebody = town.staff[detail % town.staff.length]?.personId ?? '';
  const other = town.spoken[detail % town.spoken.length];
  const accusedIds = detail % 4 === 0 ? [town.accused.personId ?? ''] : detail % 13 === 0 ? [somebody] : [];
  const outcome = voices.followUpOutcomes[detail % 4] ?? 'solved';
  switch (verb) {
    case 'acknowledge':
      return voices.acknowledgeVoice(viewer, voice, {}, how);
    case 'triage':
      return voices.triageVoice(viewer, voice, { ...sorted, kind: accusedIds.length > 0 ? 'complaint' : 'help_request', accusedIds }, how);
    case 'assign':
      return voices.assignVoice(viewer, voice, { ownerId: somebody }, how);
    case 'accept':
      return voices.acceptVoice(viewer, voice, {}, how);
    case 'decline':
      return voices.declineVoice(viewer, voice, { reason: 'Not in my power' }, how);
    case 'answer':
      return voices.answerVoice(viewer, voice, { words: 'Done' }, how);
    case 'wait':
      return voices.waitVoice(viewer, voice, { reason: 'Parts', untilDay: dayAhead }, how);
    case 'schedule':
      return voices.scheduleVoice(viewer, voice, { reason: 'In spring', day: dayAhead }, how);
    case 'resume':
      return voices.resumeVoice(viewer, voice, {}, how);
    case 'extend':
      return voices.extendVoice(viewer, voice, { days: 1 + (detail % 10), reason: 'Parts' }, how);
    case 'refer':
      return voices.referVoice(viewer, voice, { receiver: 'Water works' }, how);
    case 'confirm_referral':
      return voices.confirmReferral(viewer, voice, { reference: 'Letter' }, how);
    case 'merge':
      return voices.mergeVoice(viewer, voice, { into: other?.number ?? '' }, how);
    case 'split':
      return voices.splitVoice(viewer, voice, {}, how);
    case 'escalate':
      return voices.escalateVoice(viewer, voice, { reason: 'Too hard', targetDay: dayAhead }, how);
    case 'follow_up':
      return voices.followUpVoice(viewer, voice, { way: 'phone', outcome, rating: 1 + (detail % 5) }, how);
    case 'close_documented':
      return voices.closeDocumented(viewer, voice, { reasonCode: 'SAME_FACTS_ALREADY_ANSWERED', evidence: 'See before' }, how);
    case 'confirm':
      return voices.confirmVoice(viewer, voice, { rating: 1 + (detail % 5) }, how);
    case 'reopen':
      return voices.reopenVoice(viewer, voice, {}, how);
    case 'withdraw':
      return voices.withdrawVoice(viewer, voice, { underPressure: false }, how);
    case 'add':
      return voices.addToVoice(viewer, voice, { words: 'And more' }, [], how);
    case 'note':
      return voices.noteOnVoice(viewer, voice, { words: 'Call first' }, how);
    case 'publish':
      return voices.publishVoice(viewer, voice, { title: 'A leak' }, how);
    case 'take_down':
      return voices.takeDownVoice(viewer, voice, {}, how);
    case 'read_contact':
      return voices.readContact(viewer, voice, { purpose: 'call' }, how);
  }
}
