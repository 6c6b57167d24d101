import type { Locator, Page } from '@playwright/test';
import { afterAll, describe, expect, it } from 'vitest';
import { m } from '#words';
import { signInAs } from './sign-in-as.ts';
import { closeBrowser, lookOver, walker, type Walk } from './walker.ts';

// A morning of visits with a telephone: the network goes, the tab dies, a colleague was quicker, the sign-in ends.

const desk = '/staff/c/liuhuali/visits';
const field = `${desk}/field`;
const officer = '周桂兰';
const worker = '陈晓禾';
const walk: Walk = { locale: 'en', scripts: true, screen: 'phone' };
const words = { locale: 'en' } as const;

afterAll(closeBrowser);

describe('visits', () => {
  it('written without a network, kept through a killed tab, sent exactly once, told when a colleague was quicker', async () => {
    const page = await onTheWay();
    await lookOver(page, walk);
    const context = page.context();
    await context.setOffline(true);
    await page.reload();
    await page.locator('[data-ready]').waitFor();
    const first = await addressOf(page.locator('section.sheet').first());
    await write(page, first, `The lamp of ${first} is dark`);
    await page.locator('[data-state=waiting]').waitFor();
    const second = await addressOf(page.locator('section.sheet:not([data-state])').first());
    await write(page, second, 'Said on the stairs');
    await expect.poll(() => page.locator('[data-state=waiting]').count()).toBe(2);
    await lookOver(page, walk);
    await page.close();

    // A colleague writes about the second door meanwhile, at the desk and without scripts.
    await writeAtTheDesk(second);

    const again = await context.newPage();
    await again.goto(field);
    await expect.poll(() => again.locator('[data-state=waiting]').count()).toBe(2);
    const waiting = await recordsOn(again);
    await context.setOffline(false);
    await again.locator('[data-state=sent]').waitFor();
    const number = /\d{4}-\d{6}/.exec(await again.locator('[data-state=sent]').innerText())?.[0];
    expect(number).toBeTruthy();
    await again.locator('[data-state=stuck]').waitFor();
    expect(await again.locator('[data-state=stuck]').innerText()).toContain('Said on the stairs');
    await lookOver(again, walk);

    // The answer got lost, so to say: the same record waits again, and is sent again.
    await putBack(again, waiting, first);
    await again.reload();
    await again.locator('[data-state=sent]').waitFor();
    expect(await again.locator('[data-state=sent]').innerText()).toContain(number);

    await again.getByRole('button', { name: m.visits_field_another({}, words) }).click();
    await expect.poll(() => again.locator('[data-state=sent]').count()).toBe(2);
    await context.close();
  });

  it('a sign-in that has ended loses nothing', async () => {
    const page = await onTheWay();
    const context = page.context();
    await context.setOffline(true);
    const door = await addressOf(page.locator('section.sheet:not([data-state])').last());
    await write(page, door, 'Before the sign-in ended');
    await page.locator('[data-state=waiting]').waitFor();
    await context.clearCookies({ name: /huiyin/ });
    await context.setOffline(false);
    await page.getByRole('link', { name: m.visits_field_sign_in_go({}, words) }).waitFor();
    expect(await page.locator('[data-state=waiting]').count()).toBe(1);
    await signInAs(page, officer);
    await page.goto(field);
    await page.locator('[data-state=sent]').waitFor();
    await context.close();
  });

  it('the pages of the desk and of the household', async () => {
    for (const scripts of [true, false]) {
      const round: Walk = { locale: scripts ? 'zh-CN' : 'en', scripts, screen: scripts ? 'desktop' : 'phone' };
      const page = await walker(round);
      await signInAs(page, worker);
      await page.goto(desk);
      await lookOver(page, round);
      await page.goto(`${desk}?find=3+302`);
      await page.locator('a[href*="/visits/at/"]').last().click();
      await page.waitForURL(/\/visits\/at\//);
      await lookOver(page, round);
      await page.locator('ol.past a').first().click();
      await page.waitForURL(/\/visits\/[0-9a-f-]{36}/);
      await lookOver(page, round);
      await page.goto(`${desk}/sheet`);
      await lookOver(page, round);
      await page.context().close();
    }
  });
});

/** The officer opens the page where there is a network; the browser keeps it. */
async function onTheWay(): Promise<Page> {
  const page = await walker(walk);
  await signInAs(page, officer);
  await page.goto(field);
  await page.getByText(m.visits_field_kept({}, words)).waitFor();
  await page.locator('section.sheet:not([data-state])').first().waitFor();
  return page;
}

async function addressOf(door: Locator): Promise<string> {
  return (await door.getAttribute('aria-label')) ?? '';
}

async function write(page: Page, address: string, said: string): Promise<void> {
  const door = page.getByRole('region', { name: address, exact: true });
  await door.getByRole('button', { name: m.visits_field_write({}, words) }).click();
  await door.locator('[name=result][value=done]').check();
  const one = door.locator('[name=oneAccepted]');
  if (await one.count()) await one.check();
  await door.locator('[name=asked1]').fill(said);
  await door.getByRole('button', { name: m.visits_field_save({}, words) }).click();
}

async function writeAtTheDesk(address: string): Promise<void> {
  const page = await walker({ locale: 'zh-CN', scripts: false, screen: 'desktop' });
  await signInAs(page, worker);
  await page.goto(`${desk}?find=${encodeURIComponent(address)}`);
  await page.locator('a[href*="/visits/at/"]', { hasText: address }).last().click();
  await page.locator('a[href$="/record"]').first().click();
  await page.locator('[name=result][value=done]').check();
  const one = page.locator('[name=oneAccepted]');
  if (await one.count()) await one.check();
  await page.locator('form[enctype] button').last().click();
  await page.waitForURL(/done=recorded/);
  await page.context().close();
}

type Held = { key: string; address: string };

function recordsOn(page: Page): Promise<Held[]> {
  return page.evaluate(
    () =>
      new Promise<Held[]>((resolve) => {
        const open = indexedDB.open('huiyin-visits', 1);
        open.addEventListener('success', () => {
          const all = open.result.transaction('records').objectStore('records').getAll();
          all.addEventListener('success', () => resolve(all.result));
        });
      }),
  );
}

async function putBack(page: Page, held: Held[], address: string): Promise<void> {
  const record = held.find((one) => one.address === address);
  await page.evaluate(
    (one) =>
      new Promise<void>((resolve) => {
        const open = indexedDB.open('huiyin-visits', 1);
        open.addEventListener('success', () => {
          const change = open.result.transaction('records', 'readwrite');
          change.objectStore('records').put(one);
          change.addEventListener('complete', () => resolve());
        });
      }),
    record,
  );
}
