import type { Page } from '@playwright/test';
import { afterAll, describe, expect, it } from 'vitest';
import { m } from '#words';
import { namesOf } from '../cast.ts';
import { deed, pick } from './deed.ts';
import { signInAs } from './sign-in-as.ts';
import { closeBrowser, lookOver, walker, walks, type Walk } from './walker.ts';

// The whole loop, as people walk it: said, sorted, answered, "not yet", answered again, confirmed.

const community = 'liuhuali';
const [first, second] = namesOf('community_worker');

afterAll(closeBrowser);

// Both languages, scripts on and off, on both screens; each pair once.
const pairs = walks.filter(({ locale, scripts, screen }) => (locale === 'zh-CN') === (scripts === (screen === 'phone')));

describe.each(pairs)('$locale, scripts $scripts, $screen', (walk) => {
  it('a voice is heard, answered, judged "not yet", answered by somebody else, and confirmed', async () => {
    const words = { locale: walk.locale };
    const resident = await walker(walk);
    const { number, code } = await speak(resident, walk);

    const staff = await walker(walk);
    await signInAs(staff, first ?? '');
    await lookOver(staff, walk);
    await open(staff, number);
    await lookOver(staff, walk);
    await deed(staff, 'acknowledge');
    await deed(staff, 'triage', async (form) => {
      await form.locator('[name=category]').selectOption('facilities');
      await form.locator('[name=matterScope][value=community]').check();
    });
    await lookOver(staff, walk);
    await deed(staff, 'assign', (form) => pick(form, first ?? ''));
    await deed(staff, 'accept');
    await deed(staff, 'answer', (form) => form.locator('[name=words]').fill('Two lamps were replaced today.'));

    await follow(resident, number, code);
    await lookOver(resident, walk);
    await resident
      .getByRole('link', { name: m.resident_verdict_no({}, words) })
      .first()
      .click();
    await resident
      .getByRole('button', { name: m.resident_verdict_again_go({}, words) })
      .first()
      .click();
    await lookOver(resident, walk);

    await deedsAgain(staff, number);
    await resident.goto(resident.url());
    await resident
      .getByRole('link', { name: m.resident_verdict_yes({}, words) })
      .first()
      .click();
    await resident.locator('button[name=rating][value="5"]').click();
    await resident.waitForLoadState();
    await lookOver(resident, walk);
    expect(await resident.locator('.slip').first().innerText()).toContain(m.resident_now_closed_confirmed({}, words));
    await resident.context().close();
    await staff.context().close();
  });
});

async function speak(page: Page, walk: Walk): Promise<{ number: string; code: string }> {
  await page.goto(`/c/${community}`);
  await lookOver(page, walk);
  await page.locator('textarea[name=words]').fill(`The lamp at the east gate has been dark for a month (${walk.locale} ${walk.screen})`);
  await page.locator('button[name=go][value=begin]').click();
  await lookOver(page, walk);
  await page.locator('[name=kind][value=help_request]').check();
  await page.locator('[name=placeWords]').fill('East gate');
  await page.locator('button[name=go][value=next]').click();
  await lookOver(page, walk);
  await page.locator('[name=mayPublish]').check();
  await page.locator('button[name=go][value=send]').click();
  await page.waitForURL(/\/voices\/\d{4}-\d{6}/);
  await lookOver(page, walk);
  const number = /\d{4}-\d{6}/.exec(page.url())?.[0] ?? '';
  const code = /\b\d{4} ?\d{4}\b/.exec((await page.locator('.slip').first().innerText()).replace(number, ''))?.[0] ?? '';
  expect(code).not.toBe('');
  await page.context().clearCookies();
  return { number, code };
}

async function follow(page: Page, number: string, code: string): Promise<void> {
  await page.goto(`/c/${community}/follow`);
  await page.locator('[name=number]').fill(number);
  await page.locator('[name=code]').fill(code);
  await page.locator('main form button').first().click();
  await page.waitForURL(new RegExp(`/voices/${number}`));
}

async function open(page: Page, number: string): Promise<void> {
  await page.goto(`/staff/c/${community}/voices/${number}`);
}

/** After "not yet" it must be somebody else: the second worker takes over and answers. */
async function deedsAgain(page: Page, number: string): Promise<void> {
  await open(page, number);
  await deed(page, 'assign', (form) => pick(form, second ?? ''));
  await signInAs(page, second ?? '');
  await open(page, number);
  await deed(page, 'accept');
  await deed(page, 'answer', (form) => form.locator('[name=words]').fill('The wiring was renewed; the lamp has been on for two nights.'));
}
