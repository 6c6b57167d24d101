import {
  addQuestion,
  approveConsultation,
  closeConsultation,
  printForms,
  writeConsultation,
  writeConsultationInput,
  writeQuestionInput,
} from '#listen/consultations/index.ts';
import { inDays, noon } from '../../consultations.ts';
import type { Room } from '../rooms.ts';
import type { Cell } from '../visit.ts';

// What the doors of consultations are about: one that is open, one that is closed, or a draft, as the door needs it.

const desk = 'POST /staff/c/[community]/consultations/[consultation]';
const frame = { kind: 'ideas', title: 'A bench', why: 'To know', audience: 'everybody', opensOn: inDays(1), closesOn: inDays(3) };

export const room: Room = {
  things: { consultation: { abouts: ['own', 'elsewhere', 'guessed'], plant: plantConsultation } },
  posts: {
    'POST /c/[community]/consultations/[consultation]?/answer': () => ({ q1: '1' }),
    'POST /c/[community]/consultations/[consultation]?/erase': () => ({ receipt: 'AAAA-AAAA-AAAA' }),
    'POST /staff/c/[community]/consultations?/write': () => frame,
    [`${desk}?/edit`]: () => frame,
    [`${desk}?/add`]: () => ({ kind: 'text', words: 'Anything else?' }),
    [`${desk}?/drop`]: () => ({ position: '1' }),
    [`${desk}?/approve`]: () => ({}),
    [`${desk}?/return`]: () => ({ reason: 'Too long' }),
    [`${desk}?/print`]: () => ({ count: '2' }),
    [`${desk}?/close`]: () => ({}),
    [`${desk}?/note`]: () => ({ words: 'The gate is the east gate' }),
    [`${desk}?/clear`]: () => ({ text: '', outcome: 'shown' }),
    [`${desk}?/respond`]: () => ({ said: 'More light', outcome: 'done', does: 'Two lamps', byWhom: 'Property' }),
    [`${desk}/paper?/enter`]: () => ({ form: '1', receivedOn: inDays(-1), q1: '1' }),
    [`${desk}/paper?/call`]: () => ({ q1: '1' }),
  },
};

const forClosed = /results|respond|clear/;
const forDraft = /\?\/(edit|add|drop|approve|return)$/;

/** Written by the worker of its community and looked over by the colleague; open since five days. */
async function plantConsultation({ ground: { here, elsewhere }, about, door }: Cell): Promise<string> {
  const { communityId, worker, colleague, secretary } = (about === 'elsewhere' ? elsewhere : here).world;
  const then = { now: noon(-5) };
  const over = forClosed.test(door) || door.endsWith('?/close');
  const input = {
    kind: 'needs',
    title: 'A bench',
    why: 'We decide where',
    audience: 'everybody',
    opensOn: inDays(-5),
    closesOn: inDays(over ? -1 : 3),
  };
  const { number } = await writeConsultation(worker, communityId, writeConsultationInput.parse(input), then);
  const ref = { communityId, number };
  await addQuestion(worker, ref, writeQuestionInput.parse({ kind: 'single', words: 'Where?', options: 'Gate\nGarden' }), then);
  if (forDraft.test(door)) return number;
  await approveConsultation(colleague, ref, then);
  await printForms(worker, ref, { count: 3 }, then);
  if (forClosed.test(door)) await closeConsultation(secretary, ref);
  return number;
}
