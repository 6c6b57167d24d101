import { shanghaiDay, shiftDay } from '#foundation/calendar/index.ts';
import { Invalid, Missing, Refused } from '#foundation/refusal.ts';
import type { Act } from '#foundation/server/perform.ts';
import { nobody } from '#community/people/index.ts';
import { escalateOverdue, submitVoice, type NewPhoto, type VoiceRef } from '#listen/voices/index.ts';
import type { Life, Step } from './life.ts';
import { atMinute } from './office-hours.ts';
import type { PictureName } from './texts/matter.ts';
import type { Ground, Town } from './town.ts';

export type Say = (done: number, of: number) => void;
type Known = { communityId: number; id: string; number: string };
type Pictures = Record<PictureName, NewPhoto>;
type Morning = { kind: 'morning'; at: Date };

/**
 * Plays all lives in the order of time with the real commands, each step at its own hour. Every working morning the
 * clock sends up what has been late for too long, as it does in a running town. A life that meets a rule its author
 * didn't foresee stays where it is: better one open voice more than no town. Returns those, for the tests.
 */
export async function play(ground: Ground, town: Town, lives: Life[], pictures: Pictures, say?: Say): Promise<string[]> {
  const steps = inOrder(
    town,
    lives.flatMap((life) => life.steps),
  );
  const known = new Map<string, Known>();
  const stopped = new Map<string, string>();
  let done = 0;
  for (const step of steps) {
    const act: Act = { trx: ground.trx, now: step.at, quiet: true };
    if (step.kind === 'morning') await escalateOverdue(step.at, act);
    else if (step.kind === 'submit') known.set(step.life, await speak(act, step, pictures));
    else if (!stopped.has(step.life))
      await move(act, step, known).catch((error: unknown) => stopped.set(step.life, whyStopped(step, error)));
    say?.(++done, steps.length);
  }
  return [...stopped.values()];
}

function inOrder(town: Town, steps: Step[]): (Step | Morning)[] {
  const first = steps.reduce((earliest, step) => (step.at < earliest ? step.at : earliest), town.horizon);
  const mornings: Morning[] = [];
  for (let day = shanghaiDay(first); day < town.today; day = shiftDay(day, 1)) {
    if (town.calendar.isWorkingDay(day)) mornings.push({ kind: 'morning', at: atMinute(day, 8 * 60 + 35) });
  }
  return [...mornings, ...steps].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

async function speak(act: Act, step: Extract<Step, { kind: 'submit' }>, pictures: Pictures): Promise<Known> {
  const photos = step.pictures.map((name) => pictures[name]);
  const { communityId, voiceId, number } = await submitVoice(step.viewer, step.community.id, step.input, photos, { within: act });
  return { communityId, id: voiceId, number };
}

async function move(act: Act, step: Extract<Step, { kind: 'move' }>, known: Map<string, Known>): Promise<void> {
  const voice = known.get(step.life);
  if (!voice) throw new Error(`${step.life} has not been heard yet`);
  const ref: VoiceRef = { communityId: voice.communityId, id: voice.id };
  const speaker = { ...nobody, kind: 'holder' as const, holds: { communityId: voice.communityId, voiceId: voice.id } };
  const viewer = step.by === 'speaker' ? speaker : step.by.viewer;
  await step.does({ viewer, ref, how: { within: act }, numberOf: (life) => known.get(life)?.number ?? '' });
}

/** Rules say no before anything is written, so that the town can go on; anything else can't be lived with. */
function whyStopped(step: Extract<Step, { kind: 'move' }>, error: unknown): string {
  if (!(error instanceof Refused || error instanceof Invalid || error instanceof Missing)) throw error;
  return `${step.life} at ${step.at.toISOString()}: ${error.message} (${String(step.does)})`;
}
