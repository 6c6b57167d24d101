import { randomUUID } from 'node:crypto';
import type { Ground } from './ground.ts';
import { deedsWith } from './deeds.ts';
import { findDeeds } from './routes.ts';
import type { Fields } from './knock.ts';

// What is posted at each form: usable, so that only the question "may they?" stands between it and the deed. Where the
// deed would change the town for others, it names a thing that isn't there, or a day long gone: the rule comes first.

/** The forms to post at one action, in turn; of `deed` as many as there are verbs. */
export type Posts = Record<string, Record<string, () => Fields[]>>;

const table = () => new File(['colour,shape\nred,round\n'], 'list.csv', { type: 'text/csv' });
const password = { next: 'seven quiet lanterns', again: 'seven quiet lanterns' };
const once = (fields: Fields) => () => [fields];

export function postsOn({ ids, everyday }: Ground): Posts {
  const nowhere = randomUUID();
  const deeds = deedsWith({ walled: ids.walled, colleague: ids.colleague, everyday: everyday.number });
  return {
    '/display': { default: once({ size: 'normal', back: '/' }) },
    '/setup': {
      install: once({ district: 'D', street: 'S', community: 'C', slug: 'elsewhere', name: 'N', username: 'somebody', ...password }),
      demo: once({}),
    },
    '/c/[community]/follow': { default: once({ number: '2020-000001', code: '12345678' }) },
    '/c/[community]/sign-in': { send: once({}), code: once({}), card: once({}), play: once({ person: ids.colleague }) },
    '/c/[community]/sign-out': { default: once({}) },
    '/c/[community]/voices/new': { default: once({ go: 'begin', words: 'A question' }) },
    '/c/[community]/voices/[number]': {
      add: once({ words: 'More' }),
      confirm: once({ rating: '5' }),
      reopen: once({}),
      withdraw: once({}),
    },
    '/staff/sign-in': { password: once({ login: 'nobody', password: 'not the word' }), play: once({ person: ids.resident }) },
    '/staff/sign-in/code': { default: once({ code: '123456' }) },
    '/staff/sign-in/enrol': { default: once({ code: '123456' }) },
    '/staff/sign-in/password': { default: once(password) },
    '/staff/sign-out': { default: once({}) },
    '/staff/step-up': { default: once({ code: '123456' }) },
    '/staff/account': {
      password: once({ current: 'not the word', ...password }),
      session: once({ session: ids.session }),
      sessions: once({}),
      recovery: once({}),
      replace: once({}),
      token: once({ name: 'program', scopes: 'voices:read', days: '1' }),
      endToken: once({ token: nowhere }),
    },
    '/staff/c/[community]/voices': { save: once({ name: 'Mine', query: 'tab=all' }), drop: once({ id: nowhere }) },
    '/staff/c/[community]/voices/new': { default: once({ channel: 'telephone' }) },
    '/staff/c/[community]/voices/[number]': {
      deed: () => findDeeds().map((verb) => ({ verb, ...deeds[verb] })),
      contact: once({ purpose: 'check' }),
    },
    '/staff/c/[community]/follow-ups': { done: once({ deliveryId: nowhere }) },
    '/staff/c/[community]/people/new': {
      default: once({ name: 'Another', username: 'another-newcomer', role: 'property_manager', until: '2020-01-01' }),
    },
    '/staff/c/[community]/people/[person]': {
      end: once({ roleId: ids.role, reason: 'Moved' }),
      give: once({ role: 'property_manager', until: '2020-01-01' }),
      renew: once({}),
      close: once({ reason: 'Moved' }),
      open: once({}),
    },
    '/staff/c/[community]/people/cards': { print: once({ name: 'Granny Mi' }), revoke: once({ card: ids.card }) },
    '/staff/c/[community]/places': {
      add: once({ level: 'building', name: 'Tower', parentId: nowhere }),
      rename: once({ placeId: nowhere, name: 'Tower' }),
      end: once({ placeId: nowhere }),
      community: once({ name: '柳荫' }),
      import: () => [{ file: table() }],
    },
    '/staff/administration': {
      community: once({ streetId: '999999', slug: 'another', name: 'Another' }),
      street: once({ districtId: '999999', name: 'Another' }),
      district: once({ name: '澄川区' }),
    },
    '/staff/administration/calendar': {
      change: once({ day: '2098-03-03', kind: 'holiday', name: 'Quiet day' }),
      remove: once({ day: '2098-03-03' }),
      import: () => [{ file: table() }],
    },
  };
}
