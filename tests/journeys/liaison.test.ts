import { afterAll, expect, it } from 'vitest';
import { cast, namesOf } from '../cast.ts';
import { signInAs } from './sign-in-as.ts';
import { closeBrowser, lookOver, walker } from './walker.ts';

// Who listens next door, and who keeps in touch: a resident finds a name and ends a contact; the secretary calls and the
// office prints cards.

afterAll(closeBrowser);

// a resident and nothing else: the first of those is who the officer keeps in touch with
const wang = cast.find(({ roles }) => roles.every(({ role }) => role === 'resident'))?.name ?? '';
const officer = namesOf('liaison_officer')[0] ?? '';
const secretary = namesOf('community_secretary')[0] ?? '';

it('a resident finds her liaison officer, and reads the posted list', async () => {
  const walk = { locale: 'en', scripts: false, screen: 'desktop' } as const;
  const page = await walker(walk);
  await page.goto('/c/liuhuali/liaison');
  const three = page.locator('select[name=building] option').nth(3);
  await page.locator('select[name=building]').selectOption((await three.getAttribute('value')) ?? '');
  await page.locator('main form button').first().click();
  await page.waitForURL(/building=/);
  expect(await page.locator('.houses').textContent()).toContain(officer);
  await lookOver(page, walk);
  await page.locator('main section.sheet a').first().click();
  await page.waitForURL(/liaison\/[0-9a-f-]{36}/);
  expect(await page.locator('main ul li').count()).toBeGreaterThanOrEqual(3);
  await lookOver(page, walk);
  await page.context().close();
});

it('a resident ends a contact in one step, without scripts', async () => {
  const walk = { locale: 'zh-CN', scripts: false, screen: 'phone' } as const;
  const page = await walker(walk);
  await page.goto('/c/liuhuali/sign-in');
  await page.locator('button[name=person]').filter({ hasText: wang }).first().click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  await page.goto('/c/liuhuali/mine/contact');
  expect(await page.locator('main').textContent()).toContain(officer);
  await lookOver(page, walk);
  await page.locator('form[action="?/end"] button').click();
  await page.waitForURL(/done=ended/);
  expect(await page.locator('main').textContent()).not.toContain(officer);
  await page.context().close();
});

it('the secretary sees officers, the call and the cards, and takes a letter and a card home', async () => {
  const walk = { locale: 'zh-CN', scripts: true, screen: 'desktop' } as const;
  const page = await walker(walk);
  await signInAs(page, secretary);
  await page.goto('/staff/c/liuhuali/liaison');
  await lookOver(page, walk);
  await page.locator('main ul a[href*="/liaison/calls/"]').first().click();
  await page.waitForURL(/liaison\/calls/);
  await lookOver(page, walk);
  await page.goto('/staff/c/liuhuali/liaison');
  await page.locator('table.rows a').first().click();
  await page.waitForURL(/liaison\/[0-9a-f-]{36}/);
  await lookOver(page, walk);
  const letter = await page.locator('a[href$="letter.pdf"]').getAttribute('href');
  expect((await (await page.request.get(letter ?? '')).body()).subarray(0, 5).toString()).toBe('%PDF-');
  await page.goto('/staff/c/liuhuali/contact-cards');
  await lookOver(page, walk);
  const card = await page.locator('a[href$="card.pdf"]').first().getAttribute('href');
  expect((await (await page.request.get(card ?? '')).body()).subarray(0, 5).toString()).toBe('%PDF-');
  await page.goto('/staff/c/liuhuali/contact-links');
  await lookOver(page, walk);
  await page.context().close();
});
