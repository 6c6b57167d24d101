import { afterAll, describe, it } from 'vitest';
import { namesOf } from '../cast.ts';
import { signInAs } from './sign-in-as.ts';
import { closeBrowser, lookOver, walker, type Walk } from './walker.ts';

// Pages the loop doesn't pass: each is looked over once on a phone and once on a desktop, in the longer language.

const here = '/c/liuhuali';
const desk = `/staff${here}`;
const rounds: [visitor: string, role: string | null, addresses: string[]][] = [
  [
    'a resident',
    null,
    [
      '/',
      `${here}/voices`,
      `${here}/voices?search=%E7%81%AF`,
      `${here}/method`,
      `${here}/rights`,
      `${here}/privacy`,
      `${here}/sign-in`,
      '/ledger',
      `${here}/nothing-here`,
    ],
  ],
  [
    'the worker',
    'community_worker',
    [`${desk}/voices?tab=all`, `${desk}/voices/new`, `${desk}/follow-ups`, `${desk}/board`, `${desk}/people`, '/staff/account'],
  ],
  ['the secretary', 'community_secretary', [`${desk}/board`, `${desk}/people/new`, `${desk}/places`]],
  ['the street', 'street_supervisor', ['/staff']],
  ['the district', 'district_supervisor', ['/staff']],
  ['the administrator', 'administrator', ['/staff/administration', '/staff/administration/calendar', `${desk}/people/cards`]],
];
const screens: Walk[] = (['phone', 'desktop'] as const).map((screen) => ({ locale: 'en', scripts: true, screen }));

afterAll(closeBrowser);

describe.each(screens)('$screen', (walk) => {
  it.each(rounds)('%s', async (_, role, addresses) => {
    const page = await walker(walk);
    if (role) await signInAs(page, namesOf(role)[0] ?? '');
    for (const address of addresses) {
      await page.goto(address);
      await lookOver(page, walk);
    }
    await page.context().close();
  });
});
