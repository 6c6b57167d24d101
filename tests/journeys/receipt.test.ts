import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { m } from '#words';
import en from '../../words/verify/en.json' with { type: 'json' };
import zh from '../../words/verify/zh-CN.json' with { type: 'json' };
import { closeBrowser, lookOver, walker, walks } from './walker.ts';

// From the receipt to the proof: recorded within seconds, checked without a network, refused when altered.

const folder = mkdtempSync(join(tmpdir(), 'huiyin-receipt-'));
let saved = '';

beforeAll(async () => {
  // As a neighbour would hand it on: the page as it was served, in a folder.
  saved = join(folder, 'verify.html');
  writeFileSync(saved, await (await fetch(`${inject('town')}/verify`)).text());
});
afterAll(async () => {
  await closeBrowser();
  rmSync(folder, { recursive: true });
});

// Both languages, both screens, with scripts and without: once each is enough, the pages themselves have none.
const some = walks.filter(({ locale, scripts, screen }) => scripts === ((locale === 'en') === (screen === 'desktop')));

describe.each(some)('$locale, scripts $scripts, $screen', (walk) => {
  const says = walk.locale === 'en' ? en : zh;

  it('a voice is recorded, and its proof holds until it is altered', async () => {
    const page = await walker(walk);
    const proof = await speakUntilRecorded(page, walk.locale);
    await lookOver(page, walk);
    const file = join(folder, `${walk.locale}-${walk.scripts}-${walk.screen}.json`);
    writeFileSync(file, await bodyOf(page, await hrefOf(page, 'receipt.json')));
    expect((await bodyOf(page, await hrefOf(page, 'receipt.tlog-proof'))).split('\n')[0]).toBe('c2sp.org/tlog-proof@v1');
    expect(await bodyOf(page, `${new URL(page.url()).pathname}/receipt.svg`)).toMatch(/^<svg/);
    await page.goto('/ledger');
    await lookOver(page, walk);
    await page.context().close();
    // The checking page needs scripts; it says so itself where there are none.
    const checker = await walker({ ...walk, scripts: true });
    await checker.goto(proof);
    await checker.context().setOffline(true);
    await expectVerdict(checker, says.verify_good);
    const { violations } = await new AxeBuilder({ page: checker })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
    expect(await checker.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth + 1)).toBe(true);
    await checker.locator('#file').setInputFiles(file);
    await expectVerdict(checker, says.verify_good);
    expect(await checker.locator('#result blockquote').first().textContent()).toContain('The lamp');
    writeFileSync(`${file}.altered.json`, readFileSync(file, 'utf8').replace('The lamp', 'No lamp'));
    await checker.locator('#file').setInputFiles(`${file}.altered.json`);
    await expectVerdict(checker, says.verify_bad, 'bad');
    const code = proof.slice(proof.indexOf('#') + 1);
    await checker.locator('#text').fill(code.slice(0, 60) + (code[60] === 'A' ? 'B' : 'A') + code.slice(61));
    await checker.locator('form button').click();
    await expectVerdict(checker, says.verify_unreadable, 'bad');
    await checker.context().close();
  });
});

it('the saved page checks a receipt from a folder, without any network', async () => {
  const page = await walker({ locale: 'en', scripts: true, screen: 'phone' });
  const proof = await speakUntilRecorded(page, 'en');
  await page.context().setOffline(true);
  await page.goto(`${pathToFileURL(saved).href}#${proof.slice(proof.indexOf('#') + 1)}`);
  await expectVerdict(page, en.verify_good);
  await page.context().close();
});

it('a phone that has seen an earlier state asks the ledger to show that it only grew', async () => {
  const page = await walker({ locale: 'en', scripts: true, screen: 'phone' });
  const first = await speakUntilRecorded(page, 'en');
  const second = await speakUntilRecorded(page, 'en');
  await page.goto(first);
  await expectVerdict(page, en.verify_good);
  await page.goto('about:blank');
  await page.goto(second);
  await expectVerdict(page, en.verify_good);
  await page.getByRole('link', { name: en.verify_memory_unlinked_go }).click();
  await expectVerdict(page, en.verify_memory);
  await page.context().close();
});

it('the sheet for the notice board is a PDF for everybody', async () => {
  const sheet = await fetch(`${inject('town')}/ledger/notice-board.pdf`);
  expect(sheet.headers.get('content-type')).toBe('application/pdf');
  expect(Buffer.from(await sheet.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-');
});

/** Says something and looks again until it is recorded; returns where the checking page opens with its proof. */
async function speakUntilRecorded(page: Page, locale: 'zh-CN' | 'en'): Promise<string> {
  await page.goto('/c/liuhuali');
  await page.locator('textarea[name=words]').fill(`The lamp at the east gate is dark (${Math.random()})`);
  await page.locator('button[name=go][value=begin]').click();
  await page.locator('[name=placeWords]').fill('East gate');
  await page.locator('button[name=go][value=next]').click();
  await page.locator('button[name=go][value=send]').click();
  await page.waitForURL(/\/voices\/\d{4}-\d{6}/);
  const check = page.getByRole('link', { name: m.ledger_check({}, { locale }) });
  for (let tries = 0; tries < 20 && (await check.count()) === 0; tries++) {
    await page.waitForTimeout(500);
    await page.getByRole('link', { name: m.ledger_pending_again({}, { locale }) }).click();
  }
  return (await check.getAttribute('href')) ?? '';
}

async function hrefOf(page: Page, ending: string): Promise<string> {
  return (await page.locator(`a[href$="${ending}"]`).getAttribute('href')) ?? '';
}

async function bodyOf(page: Page, address: string): Promise<string> {
  return (await page.context().request.get(new URL(address, inject('town')).href)).text();
}

/** Waits for the answer, and takes it away, so that the next one can't be mistaken for it. */
async function expectVerdict(page: Page, expected: string, look: 'good' | 'bad' = 'good'): Promise<void> {
  const verdict = page.locator('#result .verdict');
  await expect.poll(() => verdict.locator('h2').allInnerTexts(), { timeout: 15_000 }).toEqual([expected]);
  expect(await verdict.getAttribute('class')).toBe(`verdict ${look}`);
  await verdict.evaluate((node) => node.remove());
}
