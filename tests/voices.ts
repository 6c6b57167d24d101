import { expect } from 'vitest';
import type { How } from '#foundation/server/perform.ts';
import { database } from '#foundation/server/database.ts';
import { nobody, type Viewer } from '#community/people/index.ts';
import {
  acceptVoice,
  acknowledgeVoice,
  answerVoice,
  assignVoice,
  submitVoice,
  submitVoiceInput,
  triageVoice,
  triageVoiceInput,
  type SubmitVoice,
} from '#listen/voices/index.ts';
import { holderOf, type World } from './world.ts';

// A voice for tests, brought to where the test begins, by the ordinary people of the world.

export type Spoken = { communityId: number; id: string; number: string; speaker: Viewer };
export const leak: SubmitVoice = submitVoiceInput.parse({ words: 'Water drips from the ceiling', placeWords: 'Building 3' });
export const sorted = triageVoiceInput.parse({ kind: 'help_request', category: 'water', matterScope: 'private' });

/** Somebody speaks; the one who spoke holds number and query code. */
export async function speak(
  world: Pick<World, 'communityId'>,
  input: Partial<SubmitVoice> = {},
  viewer: Viewer = nobody,
  how?: How,
): Promise<Spoken> {
  const { voiceId, number } = await submitVoice(viewer, world.communityId, { ...leak, ...input }, [], how);
  return { communityId: world.communityId, id: voiceId, number, speaker: holderOf(world.communityId, voiceId) };
}

const way = ['acknowledged', 'triaged', 'assigned', 'in_progress', 'answered'] as const;

/** Brings a voice that was just received to a later stage; `worker` becomes its owner unless another is given. */
export async function bring(
  world: World,
  voice: Spoken,
  to: (typeof way)[number],
  how?: How,
  owner: Viewer = world.worker,
): Promise<Spoken> {
  const steps = {
    acknowledged: () => acknowledgeVoice(world.colleague, voice, {}, how),
    triaged: () => triageVoice(world.colleague, voice, sorted, how),
    assigned: () => assignVoice(world.colleague, voice, { ownerId: owner.personId ?? '' }, how),
    in_progress: () => acceptVoice(owner, voice, {}, how),
    answered: () => answerVoice(owner, voice, { words: 'The pipe is sealed.' }, how),
  };
  for (const stage of way.slice(0, way.indexOf(to) + 1)) await steps[stage]();
  return voice;
}

/** Speaks and brings in one go. */
export async function aVoice(
  world: World,
  stage: 'received' | (typeof way)[number] = 'received',
  input: Partial<SubmitVoice> = {},
  how?: How,
): Promise<Spoken> {
  const voice = await speak(world, input, nobody, how);
  return stage === 'received' ? voice : bring(world, voice, stage, how);
}

/** The row of a voice as it stands. */
export function rowOf(voice: { communityId: number; id: string }) {
  return database()
    .selectFrom('voices')
    .selectAll()
    .where('community_id', '=', voice.communityId)
    .where('id', '=', voice.id)
    .executeTakeFirstOrThrow();
}

/** The names of a voice's events in order of writing (time, then what they are called for ties). */
export async function eventsOf(voice: { communityId: number; id: string }): Promise<string[]> {
  const rows = await database()
    .selectFrom('events')
    .select('name')
    .where('community_id', '=', voice.communityId)
    .where('subject_id', '=', voice.id)
    .orderBy('at')
    .execute();
  return rows.map((row) => row.name.replace('voice.', ''));
}

/** Expects every viewer to be refused with the code beside them, and nothing to change. */
export async function expectRefusals(
  voice: Spoken,
  run: (viewer: Viewer) => Promise<unknown>,
  refusals: [Viewer, string][],
): Promise<void> {
  const before = await rowOf(voice);
  for (const [viewer, code] of refusals) await expect(run(viewer), viewer.name ?? viewer.kind).rejects.toThrow(code);
  expect(await rowOf(voice)).toEqual(before);
}

/** A moment in Shanghai, for example `at('2026-11-16 10:00')`. */
export function at(time: string): Date {
  return new Date(`${time.replace(' ', 'T')}:00+08:00`);
}
