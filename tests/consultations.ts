import { shanghaiDay, shiftDay } from '#foundation/calendar/index.ts';
import {
  addQuestion,
  approveConsultation,
  writeConsultation,
  writeConsultationInput,
  writeQuestionInput,
  type ConsultationRef,
} from '#listen/consultations/index.ts';
import type { World } from './world.ts';

// Consultations for tests: a day is given as so many days from today.

type More = { audience?: 'everybody' | 'residents' | 'households'; opens?: number; closes?: number; kind?: string; askedCount?: number };
export const today = shanghaiDay(new Date());
export const inDays = (days: number): string => shiftDay(today, days);
/** Noon in Shanghai, so many days from today. */
export const noon = (days: number): Date => new Date(`${inDays(days)}T12:00:00+08:00`);

export async function aDraft(world: World, { opens = 0, closes = 5, ...more }: More = {}): Promise<ConsultationRef> {
  const input = writeConsultationInput.parse({
    kind: 'needs',
    title: 'A bench',
    why: 'We decide where it goes',
    audience: 'everybody',
    opensOn: inDays(opens),
    closesOn: inDays(closes),
    ...more,
  });
  const { number } = await writeConsultation(world.worker, world.communityId, input);
  return { communityId: world.communityId, number };
}

/** One question of each kind: 1 single, 2 multiple (2 at most), 3 scale, 4 text, 5 ranking. */
export async function askAll(world: World, ref: ConsultationRef): Promise<void> {
  const questions = [
    { kind: 'single', words: 'Where?', options: 'Gate\nGarden\nYard' },
    { kind: 'multiple', words: 'What for?', options: 'Rest\nTalk\nPlay', most: '2' },
    { kind: 'scale', words: 'How much?', lowLabel: 'little', highLabel: 'much' },
    { kind: 'text', words: 'Anything else?' },
    { kind: 'ranking', words: 'In which order?', options: 'Wood\nStone\nSteel' },
  ];
  for (const question of questions) await addQuestion(world.worker, ref, writeQuestionInput.parse(question));
}

/** Written by the worker, looked over by the colleague; open now unless it opens later. */
export async function anOpenOne(world: World, more: More = {}): Promise<ConsultationRef> {
  const ref = await aDraft(world, more);
  await askAll(world, ref);
  await approveConsultation(world.colleague, ref);
  return ref;
}
