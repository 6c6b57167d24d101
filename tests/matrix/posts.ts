import { randomUUID } from 'node:crypto';
import { printCard } from '#community/people/index.ts';
import { addPlace } from '#community/places/index.ts';
import { signIn, tokenOf } from './ground.ts';
import type { Fields } from './knock.ts';
import { waitForReset } from './people.ts';
import type { Scene } from './visit.ts';

// What is posted at each form: usable, so that only the question "may they?" stands between it and the deed. What a form
// is about (somebody's card, a place) is taken from here, from elsewhere, or made up. Deeds with a voice: deeds.ts.

const table = () => new File(['colour,shape\nred,round\n'], 'list.csv', { type: 'text/csv' });
const password = { next: 'seven quiet lanterns', again: 'seven quiet lanterns' };
const nowhere = randomUUID();
let made = 0;

/** What isn't a form: a checkpoint of a ledger nobody knows. */
export const texts: Record<string, string> = {
  'POST /ledger/witness/add-checkpoint': `old 0\n\nnobody.example/ledger/1\n1\n${'A'.repeat(43)}=\n\n\u2014 nobody.example/ledger/1 AAAAAAA=\n`,
};

type Post = (scene: Scene) => Fields | Promise<Fields>;

export const posts: Record<string, Post> = {
  'POST /display': () => ({ size: 'normal', back: '/' }),
  'POST /setup?/install': () => ({
    district: 'D',
    street: 'S',
    community: 'C',
    slug: 'another',
    name: 'N',
    username: 'somebody',
    ...password,
  }),
  'POST /setup?/demo': () => ({}),
  'POST /c/[community]/follow': () => ({ number: '2020-000001', code: '12345678' }),
  'POST /c/[community]/sign-in?/send': () => ({}),
  'POST /c/[community]/sign-in?/code': () => ({}),
  'POST /c/[community]/sign-in?/card': () => ({}),
  'POST /c/[community]/sign-in?/play': ({ ground: { comers } }) => ({ person: comers.get('resident')?.viewer.personId ?? '' }),
  'POST /c/[community]/sign-out': () => ({}),
  'POST /c/[community]/voices/new': () => ({ go: 'send', words: 'A question', placeWords: 'Building 3', privacy: 'confidential' }),
  'POST /staff/c/[community]/programs?/issue': ({ column }) => ({ name: `For ${column}` }),
  'POST /staff/c/[community]/programs?/words': () => ({ words: 'at_once' }),
  'POST /staff/c/[community]/programs?/end': () => ({ id: nowhere }),
  'POST /c/[community]/mine/data?/notices': () => ({ wanted: 'yes' }),
  'POST /c/[community]/mine/data?/account': ({ column }) => ({ name: `Stands for ${column}`, locale: 'zh-CN' }),
  'POST /c/[community]/mine/data?/allow': ({ voice }) => ({ number: voice?.number ?? '2099-999999' }),
  'POST /c/[community]/mine/data?/withdraw': ({ voice }) => ({ number: voice?.number ?? '2099-999999' }),
  'POST /c/[community]/mine/data?/contact': ({ voice }) => ({ number: voice?.number ?? '2099-999999', contactHours: 'After six' }),
  'POST /c/[community]/mine/data?/ask': ({ voice }) => ({ number: voice?.number ?? '2099-999999', kind: 'copy' }),
  'POST /c/[community]/mine/data?/back': () => ({ request: nowhere }),
  // Several ask about one voice, also at other doors: each for something else, because the same is asked only once.
  'POST /staff/c/[community]/data-requests?/ask': ({ voice, column }) => ({
    number: voice?.number ?? '2099-999999',
    kind: column === 'worker' ? 'object' : column === 'secretary' ? 'correct' : 'erase',
    way: 'phone',
    wish: 'Please',
    insists: 'yes',
  }),
  'POST /staff/c/[community]/data-requests?/consent': ({ voice }) => ({ number: voice?.number ?? '2099-999999', says: 'no', way: 'phone' }),
  'POST /staff/c/[community]/data-requests/[request]?/correct': () => ({ contactHours: 'After six' }),
  'POST /staff/c/[community]/data-requests/[request]?/copy': () => ({ purpose: 'request_of_the_person' }),
  'POST /staff/c/[community]/data-requests/[request]?/decide': () => ({ outcome: 'done' }),
  'POST /staff/sign-in?/password': () => ({ login: 'nobody', password: 'not the word' }),
  'POST /staff/sign-in?/play': ({ ground: { comers } }) => ({ person: comers.get('secretary')?.viewer.personId ?? '' }),
  'POST /staff/sign-in/code': () => ({ code: '123456' }),
  'POST /staff/sign-in/enrol': () => ({ code: '123456' }),
  'POST /staff/sign-in/password': () => password,
  'POST /staff/sign-out': () => ({}),
  'POST /staff/step-up': () => ({ code: '123456' }),
  'POST /staff/account?/password': () => ({ current: 'not the word', ...password }),
  'POST /staff/account?/session': async ({ ground: { here }, about, comer }) => ({
    session: about === 'own' && comer ? (await signIn(comer.viewer)).session : about === 'foreign' ? here.session : nowhere,
  }),
  'POST /staff/account?/sessions': () => ({}),
  'POST /staff/account?/recovery': () => ({}),
  'POST /staff/account?/replace': () => ({}),
  'POST /staff/account?/token': () => ({ name: 'program', scopes: 'voices:read', days: '1' }),
  'POST /staff/account?/stopReset': async ({ ground: { here, elsewhere }, about, comer, fresh }) => {
    if (about === 'own' && fresh && comer) await waitForReset(comer.viewer.personId ?? '', here.world);
    return { community: (about === 'own' ? here : elsewhere).world.slug };
  },
  'POST /staff/account?/endToken': async ({ ground: { here }, about, comer }) => ({
    token: about === 'own' && comer ? (await tokenOf(comer.viewer, nowhere)).id : about === 'foreign' ? here.token : nowhere,
  }),
  'POST /staff/c/[community]/voices?/save': () => ({ name: 'Mine', query: 'tab=all' }),
  'POST /staff/c/[community]/voices?/drop': ({ ground: { here } }) => ({ id: here.filter }),
  'POST /staff/c/[community]/voices/new': () => ({
    channel: 'walk_in',
    kind: 'question',
    privacy: 'confidential',
    responseMethod: 'page',
    words: 'When does the library open?',
    placeWords: 'Garden',
  }),
  'POST /staff/c/[community]/voices/[number]?/contact': () => ({ purpose: 'check' }),
  'POST /staff/c/[community]/follow-ups?/done': ({ voice }) => ({ deliveryId: voice?.duty ?? nowhere }),
  'POST /staff/c/[community]/people/new': () => {
    made += 1;
    return { name: 'Another', username: `another-${made}`, role: 'property_manager', unitName: 'Gardeners' };
  },
  'POST /staff/c/[community]/people/[person]?/end': ({ person }) => ({ roleId: person?.role ?? nowhere, reason: 'Moved' }),
  'POST /staff/c/[community]/people/[person]?/give': () => ({ role: 'property_manager', unitName: 'Gardeners' }),
  'POST /staff/c/[community]/people/[person]?/renew': () => ({}),
  'POST /staff/c/[community]/people/[person]?/askReset': () => ({}),
  'POST /staff/c/[community]/people/[person]?/secondReset': () => ({}),
  'POST /staff/c/[community]/people/[person]?/dropReset': () => ({}),
  'POST /staff/c/[community]/people/[person]?/close': () => ({ reason: 'Moved' }),
  'POST /staff/c/[community]/people/[person]?/open': () => ({}),
  'POST /staff/c/[community]/people/cards?/print': () => ({ name: 'Granny Mi' }),
  'POST /staff/c/[community]/people/cards?/revoke': async (scene) => ({
    card: scene.about === 'guessed' ? nowhere : scene.fresh ? await printAnother(scene) : thing(scene).card,
  }),
  'POST /staff/c/[community]/places?/add': (scene) => {
    made += 1;
    return { level: 'unit', name: `Stairs ${made}`, parentId: scene.about === 'guessed' ? nowhere : thing(scene).place };
  },
  'POST /staff/c/[community]/places?/rename': (scene) => {
    made += 1;
    return { placeId: scene.about === 'guessed' ? nowhere : thing(scene).place, name: `Tower ${made}` };
  },
  'POST /staff/c/[community]/places?/end': async (scene) => ({
    placeId: scene.about === 'guessed' ? nowhere : scene.fresh ? await buildAnother(scene) : thing(scene).place,
  }),
  'POST /staff/c/[community]/places?/community': ({ ground: { here, elsewhere }, about }) => ({
    name: (about === 'elsewhere' ? elsewhere : here).world.slug,
  }),
  'POST /staff/c/[community]/places?/import': () => ({ file: table() }),
  'POST /staff/administration?/community': ({ ground: { here } }) => {
    made += 1;
    return { streetId: String(here.world.streetId), slug: `another-${made}`, name: `Another ${made}` };
  },
  'POST /staff/administration?/street': ({ ground: { here } }) => ({
    districtId: String(here.world.districtId),
    name: `Another ${(made += 1)}`,
  }),
  'POST /staff/administration?/district': () => ({ name: `Another ${(made += 1)}` }),
  'POST /staff/administration?/backup': () => ({}),
  'POST /staff/administration/calendar?/change': () => ({ day: '2098-03-03', kind: 'holiday', name: 'Quiet day' }),
  'POST /staff/administration/calendar?/remove': () => ({ day: '2098-03-03' }),
  'POST /staff/administration/calendar?/import': () => ({ file: table() }),
};

/** The bodies programs send to addresses that are about no voice that exists already. */
export const bodies: Record<string, Post> = {
  'API post /communities/{slug}/voices web': () => ({ words: 'A program speaks', placeWords: 'Building 3' }),
  'API post /communities/{slug}/voices/{number}/data-request': () => ({ kind: 'read' }),
  'API post /communities/{slug}/voices/{number}/publication-consent': () => ({}),
  'API post /communities/{slug}/voices/{number}/publication-consent-withdrawal': () => ({}),
  'API post /communities/{slug}/voices/{number}/contact-correction': () => ({ contactHours: 'After six' }),
  'API post /communities/{slug}/data-requests/{id}/decision': () => ({ outcome: 'done' }),
  'API post /communities/{slug}/voices walk_in': () => ({ words: 'A program writes down', placeWords: 'Building 3', channel: 'walk_in' }),
};

/** `foreign`: the other side's thing, named under one's own address. */
function thing({ ground: { here, elsewhere }, about }: Scene) {
  return about === 'own' ? here : elsewhere;
}

async function printAnother(scene: Scene): Promise<string> {
  const { secretary, communityId } = thing(scene).world;
  return (await printCard(secretary, communityId, { name: 'Granny Gu' })).cardId;
}

async function buildAnother(scene: Scene): Promise<string> {
  const { secretary, communityId } = thing(scene).world;
  made += 1;
  return (await addPlace(secretary, communityId, { level: 'building', name: `House ${made}` })).placeId;
}
