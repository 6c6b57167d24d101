import { afterAll, expect, it } from 'vitest';
import { namesOf } from '../cast.ts';
import { deed, pick } from './deed.ts';
import { signInAs } from './sign-in-as.ts';
import { closeBrowser, lookOver, walker } from './walker.ts';

// A morning's file of the city's hotline: its columns set right, brought in, signed for, answered, and sent back.

const desk = '/staff/c/liuhuali';
const worker = namesOf('community_worker')[0] ?? '';
const walk = { locale: 'en', scripts: true, screen: 'desktop' } as const;
// "Grievance" is a title nobody guesses; the last row has no number.
const file = [
  'Ticket,Grievance,Kind,Received,Due,Place,Caller,Phone,Result',
  'HX-7001,The pump in the cellar of building 3 hums all night,request,2026-11-27 21:10,2026-12-04 18:00,Building 3,Ms Bo,00090008101,',
  ',No number on this one,request,2026-11-27 21:20,,,,,',
].join('\n');

afterAll(closeBrowser);

it('a ticket is brought in with its columns set right, signed for, answered, and goes back', async () => {
  const page = await walker(walk);
  await signInAs(page, worker);
  await page.goto(`${desk}/hotline/import`);
  await page.locator('[name=file]').setInputFiles({ name: 'morning.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await page.locator('form[action="?/look"] button').click();
  const column = page.locator('[name=column-words] option', { hasText: 'Grievance' });
  await page.locator('[name=column-words]').selectOption((await column.getAttribute('value')) ?? '');
  await page.locator('[name=mapping]').fill('Morning file');
  await page.locator('button[formaction="?/look"]').click();
  await page.locator('h3', { hasText: 'HX-7001' }).waitFor();
  expect(await page.locator('[name=column-words] option:checked').innerText()).toContain('Grievance');
  await lookOver(page, walk);
  await page.locator('[name=bad][value=leave_out]').check();
  await page.locator('form[action="?/import"] button').last().click();
  await page.locator('.notice.success').waitFor();
  await lookOver(page, walk);

  await page.goto(`${desk}/hotline`);
  await page.getByRole('link', { name: 'HX-7001' }).click();
  await page.waitForURL(/hotline\/[0-9a-f-]{36}/);
  await page.locator('form[action="?/sign"] button').click();
  await page.waitForURL(/done/);
  await lookOver(page, walk);
  await page.locator(`main a[href^="${desk}/voices/"]`).first().click();
  await page.waitForURL(/voices\/\d{4}-\d{6}/);
  await deed(page, 'triage', async (form) => {
    await form.locator('[name=category]').selectOption('facilities');
    await form.locator('[name=matterScope][value=community]').check();
  });
  await deed(page, 'assign', (form) => pick(form, worker));
  await deed(page, 'accept');
  await deed(page, 'answer', (form) => form.locator('[name=words]').fill('The pump got a new bearing and is silent now.'));

  await page.goto(`${desk}/hotline`);
  await page.locator('form[action="?/export"] button').click();
  await page.waitForURL(/done=exported/);
  await lookOver(page, walk);
  const sent = await page.locator('a[href$=".csv"]').first().getAttribute('href');
  const table = await (await page.request.get(sent ?? '')).text();
  expect(table).toContain('HX-7001');
  expect(table).toContain('The pump got a new bearing');
  await page.context().close();
});
