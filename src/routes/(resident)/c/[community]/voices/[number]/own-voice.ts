import type { Community } from '#community/places/index.ts';
import { findReadings, type Viewer } from '#community/people/index.ts';
import { Missing } from '#foundation/refusal.ts';
import {
  codeOf,
  findReceivedEvent,
  findSharedMatter,
  findVoicePage,
  stages,
  type AllowedAction,
  type MethodStage,
  type VoicePage,
} from '#listen/voices/index.ts';
import { findDelegationOfVoice } from '#act/delegations/index.ts';
import { paths } from '#paths';
import { stageOfDelegation } from '../../../../../delegation-words.ts';
import { recordedIn } from '../../../../../recorded.ts';
import { refusalWords } from '../../../../../refusal-words.ts';
import { m } from '#words';
import { sayMoment, sayPromisedDay } from '../../../../say-when.ts';
import { standing } from '../../standing.ts';
import { factsOf, inGroups } from './facts-of.ts';
import { followAddress, qrCode } from './follow-address.ts';
import { lifelineOf, sharedLifelineOf } from './lifeline-of.ts';

/** A voice as its own speaker reads it, in words; null for anybody else, and when there is none. */
export async function ownVoice(viewer: Viewer, community: Community, number: string, url: URL) {
  if (!viewer.holds && !viewer.personId) return null;
  const ref = { communityId: community.id, number };
  const voice = await findVoicePage(viewer, ref).catch(nullWhenMissing);
  if (!voice?.asSpeaker) return null;
  const merged = voice.stage === 'merged';
  const [readings, shared, qr, recorded, delegation] = await Promise.all([
    findReadings(viewer, community.id, voice.id),
    merged ? findSharedMatter(viewer, ref) : null,
    qrCode(url, community.slug, voice.number),
    findReceivedEvent(viewer, ref).then(recordedIn),
    findDelegationOfVoice(community.id, voice.id),
  ]);
  const code = codeOf(community.id, voice.id);
  const whyNot = (verb: AllowedAction['verb']) => whyNotOf(voice, verb);
  const due = whyNot('confirm') === null;
  return {
    number: voice.number,
    code: inGroups(code),
    aloud: { number: inGroups(voice.number, ', '), code: inGroups(code, ', ') },
    fresh:
      (voice.stage === 'received' || (merged && voice.timeline.every(({ event }) => joining.includes(event)))) &&
      Date.now() - voice.receivedAt.getTime() < 15 * 60_000,
    ...standsAt(voice, due),
    facts: factsOf(voice, shared),
    recorded,
    follow: { address: followAddress(url, community.slug), qr },
    verdict: due ? { again: voice.round > 1, merged } : null,
    done: doneWords(voice, url.searchParams.get('done')),
    asked: url.searchParams.get('verdict'),
    deeds: {
      add: voice.stage === 'withdrawn' ? null : { whyNot: whyNot('add') },
      reopen: voice.closedAt && !due ? { whyNot: whyNot('reopen'), until: voice.reopenUntil && sayPromisedDay(voice.reopenUntil) } : null,
      withdraw: stages[voice.stage].bucket === 'open' || merged ? { whyNot: whyNot('withdraw') } : null,
    },
    group: delegation && { text: stageOfDelegation(delegation.stage).text, href: paths.delegation(community.slug, delegation.number) },
    lifeline: lifelineOf(community.slug, voice),
    shared: shared && { number: shared.number, sharedBy: shared.sharedBy, lifeline: sharedLifelineOf(shared) },
    readings: readings.map((reading) => ({ at: sayMoment(reading.at), iso: reading.at.toISOString(), words: readingWords(reading) })),
  };
}
/** What a voice has lived through that said "me too" and was joined at once. */
const joining = ['received', 'acknowledged', 'merged', 'told'];

export type OwnVoice = NonNullable<Awaited<ReturnType<typeof ownVoice>>>;

/** A merged voice stands where its speaker stands: it waits for their word, or has it. */
function standsAt(voice: VoicePage, due: boolean): { standing: string; stage: MethodStage } {
  const judged = voice.timeline.some(({ event }) => event === 'confirmed');
  const stage = voice.stage !== 'merged' ? voice.stage : due ? 'answered' : judged ? 'closed_confirmed' : 'merged';
  return {
    standing: standing(stage, { owner: voice.answerable.name, receiver: voice.referral?.receiver ?? null }),
    stage: stages[stage].seal,
  };
}

function nullWhenMissing(error: unknown): null {
  if (error instanceof Missing) return null;
  throw error;
}

/** Null when nothing stands against it, otherwise the sentence that says what does. */
function whyNotOf(voice: VoicePage, verb: AllowedAction['verb']): string | null {
  const action = voice.actions.find((one) => one.verb === verb);
  if (!action) return refusalWords('voice.only-speaker');
  return action.whyNot && refusalWords(action.whyNot);
}

function doneWords(voice: VoicePage, done: string | null): string | null {
  switch (done) {
    case 'confirmed':
      return m.resident_confirmed();
    case 'reopened':
      return m.resident_reopened({ day: sayPromisedDay(voice.dueAt) });
    case 'withdrawn':
      return m.resident_withdrawn();
    case 'added':
      return m.resident_added();
    default:
      return null;
  }
}

function readingWords(reading: { name: string; role: string; fields: string[] }): string {
  const known = ['name', 'phone', 'email', 'hours'] as const;
  const fields = known.filter((field) => reading.fields.includes(field)).map((field) => m[`resident_readings_${field}`]());
  return m.resident_readings_one({ name: reading.name, fields: fields.join(m.resident_who_comma()) });
}
