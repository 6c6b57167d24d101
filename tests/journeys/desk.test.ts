import { afterAll, describe, expect, it } from 'vitest';
import { namesOf } from '../cast.ts';
import { signInAs } from './sign-in-as.ts';
import { closeBrowser, lookOver, walker, walks } from './walker.ts';

// Somebody rings and their words are written down while they talk; a box is opened by two and its slips are entered.

const desk = '/staff/c/liuhuali';

afterAll(closeBrowser);

describe.each(walks.filter(({ scripts, screen }) => scripts === (screen === 'desktop')))('$locale, scripts $scripts, $screen', (walk) => {
  it('a call is taken: looked up, written down, read back', async () => {
    const page = await walker(walk);
    await signInAs(page, namesOf('community_worker')[0] ?? '');
    await page.goto(`${desk}/calls`);
    await lookOver(page, walk);
    await page.locator('[name=phone]').fill('00090006001');
    await page.locator('textarea[name=words]').fill('The tap on the stairs drips again');
    await page.locator('button[name=go][value=look]').click();
    await page.waitForLoadState();
    expect(await page.locator('#earlier a').count()).toBeGreaterThan(0);
    expect(await page.locator('textarea[name=words]').inputValue()).toBe('The tap on the stairs drips again');
    await lookOver(page, walk);
    await page.locator('[name=kind][value=help_request]').check();
    await page.locator('button[name=go][value=save]').click();
    await page.waitForURL(/\/voices\/\d{4}-\d{6}\/receipt/);
    expect(await page.locator('.aloud').innerText()).toContain('The tap on the stairs');
    await lookOver(page, walk);
    await page.goto(`${desk}/calls/missed`);
    await lookOver(page, walk);
    await page.goto(`${desk}/follow-ups`);
    await lookOver(page, walk);
    await page.context().close();
  });

  it('a box is opened by two, and every slip is accounted for', async () => {
    const page = await walker(walk);
    await signInAs(page, namesOf('community_worker')[0] ?? '');
    await page.goto(`${desk}/boxes`);
    await lookOver(page, walk);
    const form = page.locator('form[action="?/open"]');
    await form.locator('[name=openedWith]').selectOption({ index: 1 });
    await form.locator('[name=counted]').fill('2');
    await form.getByRole('button').click();
    await page.waitForURL(/\/boxes\/[0-9a-f-]{36}/);
    await lookOver(page, walk);
    await page.locator('textarea[name=words]').fill('A handrail at the north gate, please');
    await page.locator('button[name=go][value=voice]').click();
    await page.waitForURL(/last=/);
    await page.locator('button[name=go][value=unreadable]').click();
    await page.waitForURL(/unreadable=1/);
    expect(await page.locator('button[name=go]').count()).toBe(0);
    await lookOver(page, walk);
    await page.context().close();
  });
});

it('a chief on a telephone hands in three problems, and sees them', async () => {
  const walk = { locale: 'zh-CN', scripts: true, screen: 'phone' } as const;
  const page = await walker(walk);
  await signInAs(page, namesOf('building_chief')[0] ?? '');
  await page.goto(`${desk}/chief`);
  await lookOver(page, walk);
  for (const number of [1, 2, 3]) await page.locator(`[name=words${number}]`).fill(`Problem ${number} of the evening`);
  await page.locator('main form button').last().click();
  await page.waitForURL(/done=3/);
  expect(await page.locator('#reported').locator('..').innerText()).toContain('Problem 3 of the evening');
  await lookOver(page, walk);
  await page.goto(`/c/liuhuali/slips?slip=000001`);
  await lookOver(page, walk);
  await page.context().close();
});
