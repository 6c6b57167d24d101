import { randomUUID } from 'node:crypto';
import { enterResponsibility } from '#community/responsibilities/index.ts';
import { aDelegation, aGroup, bring } from '../../delegations.ts';
import type { Room } from '../rooms.ts';
import type { Cell, Scene } from '../visit.ts';

// The register of responsibilities; and a matter that a group of residents is doing.

const nowhere = randomUUID();
let made = 0;

function worldOf({ ground: { here, elsewhere }, about }: Cell) {
  return (about === 'elsewhere' || about === 'foreign' ? elsewhere : here).world;
}

/** Under way, with a signed agreement; everybody may read it. */
async function plant(cell: Cell): Promise<string> {
  const world = worldOf(cell);
  return (await bring(world, await aDelegation(world), 'active', await aGroup(world))).number;
}

async function newLine(scene: Scene): Promise<string> {
  const world = worldOf(scene);
  const input = { holder: 'owners', standing: 'does', matter: `Matter ${(made += 1)}` } as const;
  return (await enterResponsibility(world.secretary, world.communityId, input)).responsibilityId;
}

const lines = 'POST /staff/c/[community]/responsibilities';
const desk = 'POST /staff/c/[community]/delegations';
const api = 'API post /communities/{slug}';
const matter = () => ({ title: 'The beds', purpose: 'That they bloom' });
const line = () => ({ holder: 'owners', standing: 'does', matter: `Posted ${(made += 1)}` });

export const room: Room = {
  things: { delegation: { abouts: ['own', 'elsewhere', 'guessed'], plant } },
  posts: {
    [`${lines}?/begin`]: () => ({}),
    [`${lines}?/enter`]: line,
    [`${lines}?/end`]: async (scene) => ({ responsibilityId: await newLine(scene), reason: 'No more' }),
    [`${desk}?/identify`]: matter,
    [`${desk}/[delegation]?/step`]: () => ({ step: 'suspend', reason: 'Frost' }),
    // Whoever isn't the leader of the group is told so.
    'POST /c/[community]/delegations/[delegation]?/step': () => ({ step: 'give_back' }),
  },
  bodies: {
    [`${api}/responsibilities`]: line,
    [`${api}/responsibilities/ending`]: () => ({ responsibilityId: nowhere, reason: 'No more' }),
    [`${api}/delegations`]: matter,
    [`${api}/delegations/{delegation}/steps`]: () => ({ step: 'suspend', with: { reason: 'Frost' } }),
  },
};
