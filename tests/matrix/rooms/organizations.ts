import { randomUUID } from 'node:crypto';
import { addSeat, enterMember, foundOrganization, nameParty, openHandover, type OrganizationKind } from '#community/organizations/index.ts';
import type { Room } from '../rooms.ts';
import type { Cell, Scene } from '../visit.ts';

const nowhere = randomUUID();
let made = 0;

async function plant({ ground: { here, elsewhere }, about }: Cell, kind: OrganizationKind = 'volunteer_team'): Promise<string> {
  const { world } = about === 'elsewhere' || about === 'foreign' ? elsewhere : here;
  const input = { kind, name: `Team ${(made += 1)}`, leadMode: 'joint' as const };
  return (await foundOrganization(world.secretary, world.communityId, input)).organizationId;
}

const refOf = ({ ground: { here, elsewhere }, about, thing }: Scene) => {
  const { world } = about === 'elsewhere' ? elsewhere : here;
  return { world, ref: { communityId: world.communityId, id: thing ?? nowhere } };
};
const member = { office: 'member', way: 'joined', startsOn: '2026-01-01' } as const;

async function newMember(scene: Scene): Promise<string> {
  const { world, ref } = refOf(scene);
  if (scene.about === 'guessed') return nowhere;
  return (await enterMember(world.secretary, ref, { ...member, name: `Member ${(made += 1)}` })).membershipId;
}

const page = 'POST /staff/c/[community]/organizations';
const one = `${page}/[organization]`;

export const room: Room = {
  things: { organization: { abouts: ['own', 'elsewhere', 'guessed'], plant } },
  posts: {
    [`${page}?/found`]: () => ({ kind: 'volunteer_team', name: `New team ${(made += 1)}` }),
    [`${page}?/party`]: async (scene) => ({ organizationId: await plant({ ...scene, about: 'own' }), duty: 'Its own' }),
    [`${page}?/endParty`]: async ({ ground, ...rest }) => {
      const id = await plant({ ...rest, ground, about: 'own' });
      const { secretary, communityId } = ground.here.world;
      return { partyId: (await nameParty(secretary, { communityId, id }, { duty: 'Its own' })).partyId };
    },
    [`${page}?/module`]: () => ({ state: 'on', reason: 'To see' }),
    [`${one}?/enter`]: () => ({ ...member, name: 'Another' }),
    [`${one}?/leave`]: async (scene) => ({ membershipId: await newMember(scene), on: '2026-06-01' }),
    [`${one}?/seat`]: () => ({ name: 'Building 1', households: '30' }),
    [`${one}?/endSeat`]: async (scene) => {
      if (scene.about === 'guessed') return { seatId: nowhere };
      const { world, ref } = refOf(scene);
      return { seatId: (await addSeat(world.secretary, ref, { name: 'Building 2', byLot: false })).seatId };
    },
    [`${one}?/handover`]: async (scene) => ({ membershipId: await newMember(scene), things: 'Seal and books' }),
    [`${one}?/handedOver`]: async (scene) => {
      if (scene.about === 'guessed') return { handoverId: nowhere };
      const { world, ref } = refOf(scene);
      const input = { membershipId: await newMember(scene), things: 'Keys' };
      return { handoverId: (await openHandover(world.secretary, ref, input)).handoverId };
    },
    [`${one}?/file`]: () => ({ reference: 'S-1', on: '2026-03-01' }),
    [`${one}?/end`]: () => ({ reason: 'Nobody came any more' }),
  },
  bodies: {
    'API post /communities/{slug}/organizations': () => ({ kind: 'volunteer_team', name: `API team ${(made += 1)}` }),
    'API post /communities/{slug}/organizations/{organization}/members': () => ({ ...member, name: 'Another' }),
  },
};
