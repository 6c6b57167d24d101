import type { Page } from '@playwright/test';
import { afterAll, describe, expect, it } from 'vitest';
import { m } from '#words';
import { namesOf } from '../cast.ts';
import { signInAs } from './sign-in-as.ts';
import { closeBrowser, lookOver, walker, walks, type Walk } from './walker.ts';

// The whole loop, as people walk it: said, sorted, answered, "not yet", answered again, confirmed.

const community = 'liuhuali';
const [first, second] = namesOf('community_worker');

afterAll(closeBrowser);

describe.each(walks)('$locale, scripts $scripts, $screen', (walk) => {
  it('a voice is heard, answered, judged "not yet", answered by somebody else, and confirmed', async () => {
    const words = { locale: walk.locale };
    const resident = await walker(walk);
    const { number, code } = await speak(resident, walk);

    const staff = await walker(walk);
    await signInAs(staff, first ?? '');
    await lookOver(staff, walk);
    await open(staff, number);
    await lookOver(staff, walk);
    await deed(staff, 'acknowledge', walk);
    await deed(staff, 'triage', walk, async (form) => {
      await form.locator('[name=category]').selectOption('facilities');
      await form.locator('[name=matterScope][value=community]').check();
    });
    await lookOver(staff, walk);
    await deed(staff, 'assign', walk, (form) => pick(form, first ?? ''));
    await deed(staff, 'accept', walk);
    await deed(staff, 'answer', walk, (form) => form.locator('[name=words]').fill('Two lamps were replaced today.'));

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

    await deedsAgain(staff, number, walk);
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

/** Does one deed on a voice page: opens its fold if it has one, fills its form, and posts it. */
async function deed(
  page: Page,
  verb: string,
  walk: Walk,
  fill: (form: ReturnType<Page['locator']>) => Promise<unknown> = async () => {},
): Promise<void> {
  const form = page.locator(`form:has(input[name=verb][value=${verb}])`);
  const fold = page.locator(`details.deed:not([open]):has(input[name=verb][value=${verb}]) > summary`);
  if ((await fold.count()) > 0) await fold.click();
  await fill(form);
  await form.getByRole('button').last().click();
  await page.waitForURL(/done=1|\/voices$/);
  expect(walk).toBeDefined();
}

async function pick(form: ReturnType<Page['locator']>, name: string): Promise<void> {
  await form.locator('label').filter({ hasText: name }).first().click();
}

/** After "not yet" it must be somebody else: the second worker takes over and answers. */
async function deedsAgain(page: Page, number: string, walk: Walk): Promise<void> {
  await open(page, number);
  await deed(page, 'assign', walk, (form) => pick(form, second ?? ''));
  await signInAs(page, second ?? '');
  await open(page, number);
  await deed(page, 'accept', walk);
  await deed(page, 'answer', walk, (form) =>
    form.locator('[name=words]').fill('The wiring was renewed; the lamp has been on for two nights.'),
  );
}
