import { randomUUID } from 'node:crypto';
import { registerCall, registerCallInput } from '#listen/calls/index.ts';
import { openBox, printSlips, putUpBox } from '#listen/slips/index.ts';
import { aVoice } from '../../voices.ts';
import type { About } from '../columns.ts';
import type { Room } from '../rooms.ts';
import type { Cell } from '../visit.ts';

// The telephone and the boxes: calls somebody missed, boxes, openings, printings; and an answered voice to ask after.

const abouts: readonly About[] = ['own', 'elsewhere', 'foreign', 'guessed'];
const nowhere = randomUUID();
const long = () => new Date(Date.now() - 3_600_000).toISOString();
const openers = ['worker', 'secretary', 'supervisory'];
let made = 0;

function worldOf({ ground: { here, elsewhere }, about }: Pick<Cell, 'ground' | 'about'>) {
  return (about === 'own' ? here : elsewhere).world;
}

async function plantBox(cell: Cell): Promise<string> {
  const { worker, communityId } = worldOf(cell);
  return (await putUpBox(worker, communityId, { name: `Box ${(made += 1)}` })).boxId;
}

async function plantOpening(cell: Cell): Promise<string> {
  const { worker, colleague, communityId } = worldOf(cell);
  const input = { boxId: await plantBox(cell), openedWith: colleague.personId ?? '', openedAt: long(), counted: 9 };
  return (await openBox(worker, communityId, input)).openingId;
}

export const room: Room = {
  things: {
    missedCall: {
      abouts,
      plant: async (cell) => {
        const { worker, communityId } = worldOf(cell);
        const call = registerCallInput.parse({ calledAt: long(), phone: '00098765432', words: 'Please ring' });
        return (await registerCall(worker, communityId, call)).callId;
      },
    },
    answered: { abouts, plant: async (cell) => (await aVoice(worldOf(cell), 'answered')).id },
    box: { abouts, plant: plantBox },
    opening: { abouts, plant: plantOpening },
    print: {
      perVisitor: true,
      abouts,
      plant: async (cell) => {
        const { worker, communityId } = worldOf(cell);
        const comer = cell.about === 'own' && openers.includes(cell.column) ? cell.ground.comers.get(cell.column)?.viewer : undefined;
        return (await printSlips(comer ?? worker, communityId, { boxId: await plantBox(cell), count: 4 })).printId;
      },
    },
  },
  forms: {
    'POST /staff/c/[community]/follow-ups?/number': 'missedCall',
    'POST /staff/c/[community]/follow-ups?/tried': 'missedCall',
    'POST /staff/c/[community]/follow-ups?/ended': 'missedCall',
    'POST /staff/c/[community]/follow-ups?/asked': 'answered',
    'POST /staff/c/[community]/boxes?/open': 'box',
    'POST /staff/c/[community]/boxes?/print': 'box',
  },
  posts: {
    'POST /staff/c/[community]/calls': () => ({ go: 'save', channel: 'telephone', kind: 'question', words: 'When?', placeWords: 'Garden' }),
    'POST /staff/c/[community]/calls/missed': () => ({ line: 'telephone', calledAt: '2026-01-05T10:00', words: 'Please ring' }),
    'POST /staff/c/[community]/follow-ups?/number': ({ thing }) => ({ about: 'call', id: thing ?? nowhere }),
    'POST /staff/c/[community]/follow-ups?/tried': ({ thing }) => ({ about: 'call', id: thing ?? nowhere, outcome: 'not_reached' }),
    'POST /staff/c/[community]/follow-ups?/ended': ({ thing }) => ({ id: thing ?? nowhere, outcome: 'nothing_wanted' }),
    'POST /staff/c/[community]/follow-ups?/asked': ({ thing }) => ({ id: thing ?? nowhere, outcome: 'would_not_say' }),
    'POST /staff/c/[community]/boxes?/box': () => ({ name: `Another box ${(made += 1)}` }),
    'POST /staff/c/[community]/boxes?/open': ({ thing, ground }) => ({
      boxId: thing ?? nowhere,
      openedWith: ground.helper.personId ?? '',
      openedAt: '2026-01-05T10:00',
      counted: '3',
    }),
    'POST /staff/c/[community]/boxes?/print': ({ thing }) => ({ boxId: thing ?? nowhere, count: '4' }),
    'POST /staff/c/[community]/boxes/[opening]': () => ({ go: 'unreadable' }),
    'POST /staff/c/[community]/chief': () => ({ words1: 'The lamp is out', where1: 'Stairs 2' }),
    'POST /c/[community]/slips': () => ({ slip: '1', code: '12345678' }),
  },
};
