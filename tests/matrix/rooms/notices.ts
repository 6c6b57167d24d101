import { newId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import { unsubscribeToken } from '#community/notices/unsubscribe-token.ts';
import type { Room } from '../rooms.ts';
import type { Scene } from '../visit.ts';

// What people are told: letters and calls that wait, failures, and the link at the foot of a letter.

const nowhere = '00000000-0000-4000-8000-000000000000';
const wishes = { way: 'page', locale: 'zh-CN', digest: 'never', quietFrom: '21', quietTo: '8' };

type Place = Pick<Scene['ground']['here'], 'world'>;

async function plantDelivery({ world }: Place, way: string, over: 'given_up' | null = null): Promise<string> {
  const id = newId();
  await database()
    .insertInto('deliveries')
    .values({
      community_id: world.communityId,
      id,
      at: new Date(),
      subject_id: newId(),
      about: 'digest',
      person_id: world.worker.personId,
      way,
      template: 'digest',
      tries: over ? 4 : 0,
      failed_at: over && new Date(),
      given_up_at: over && new Date(),
    })
    .execute();
  return id;
}

function here({ ground, about }: Scene): Place {
  return about === 'own' ? ground.here : ground.elsewhere;
}

async function named(scene: Scene, way: string, over: 'given_up' | null = null): Promise<string> {
  return scene.about === 'guessed' ? nowhere : plantDelivery(here(scene), way, over);
}

export const room: Room = {
  things: {
    token: {
      abouts: ['own', 'guessed'],
      plant: async ({ ground }) => unsubscribeToken(ground.here.world.communityId, await plantDelivery(ground.here, 'mail')),
    },
  },
  posts: {
    'POST /c/[community]/mine/notices?/read': () => ({}),
    'POST /c/[community]/mine/notices/wishes': () => wishes,
    'POST /unsubscribe/[token]': () => ({ 'List-Unsubscribe': 'One-Click' }),
    'POST /staff/c/[community]/notices?/read': () => ({}),
    'POST /staff/c/[community]/notices/wishes': () => wishes,
    'POST /staff/c/[community]/notices/sent?/again': async (scene) => ({ deliveryId: await named(scene, 'sms', 'given_up') }),
    'POST /staff/c/[community]/notices/sent?/called': async (scene) => ({ deliveryId: await named(scene, 'call_duty') }),
    'POST /staff/c/[community]/notices/letters?/posted': async (scene) => ({ deliveryIds: await named(scene, 'paper_duty') }),
    'POST /staff/c/[community]/notices/letters/print.pdf': () => ({}),
    'POST /staff/c/[community]/notices/for?/find': () => ({ phone: '00099999999' }),
    'POST /staff/c/[community]/notices/for?/keep': (scene) => ({
      ...wishes,
      saidWay: 'phone',
      person: here(scene).world.worker.personId ?? nowhere,
    }),
  },
  bodies: { 'API post /communities/{slug}/notices/read': () => ({}), 'API post /communities/{slug}/notices/wishes': () => wishes },
};
