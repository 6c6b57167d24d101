import { afterAll, describe, expect, it } from 'vitest';
import { m } from '#words';
import { namesOf } from '../cast.ts';
import { inDays } from '../consultations.ts';
import { signInAs } from './sign-in-as.ts';
import { closeBrowser, lookOver, walker, type Walk } from './walker.ts';

// A consultation as people walk it: a resident answers without scripts; two clerks type a paper form and differ.

const community = 'liuhuali';
const [first = '', second = ''] = namesOf('community_worker');
const reading: Walk[] = [
  { locale: 'zh-CN', scripts: false, screen: 'phone' },
  { locale: 'en', scripts: false, screen: 'desktop' },
];

afterAll(closeBrowser);

describe.each(reading)('$locale, scripts $scripts, $screen', (walk) => {
  it('a resident answers what is open, gets a receipt, and sees no result', async () => {
    const page = await walker(walk);
    await page.goto(`/c/${community}/consultations`);
    await lookOver(page, walk);
    await page.locator('#open ~ article a').first().click();
    await lookOver(page, walk);
    await page.locator('[name="q1-4"]').selectOption('1');
    await page.locator('[name="q1-1"]').selectOption('1');
    await page.locator('[name=q2][value="2"]').check();
    await page.getByRole('button', { name: m.consult_send({}, { locale: walk.locale }) }).click();
    expect(await page.locator('.errors').innerText()).toContain(m.refusal_consultation_same_place({}, { locale: walk.locale }));
    expect(await page.locator('[name=q2][value="2"]').isChecked()).toBe(true);
    await page.locator('[name="q1-1"]').selectOption('2');
    await page.getByRole('button', { name: m.consult_send({}, { locale: walk.locale }) }).click();
    expect(await page.locator('.notice.success').innerText()).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(await page.locator('#results').count()).toBe(0);
  });
});

it('two clerks type a paper form, differ, and a third look at the paper settles it', async () => {
  const walk: Walk = { locale: 'en', scripts: true, screen: 'desktop' };
  const [writer, colleague] = [await walker(walk), await walker(walk)];
  await signInAs(writer, first);
  await writer.goto(`/staff/c/${community}/consultations`);
  await lookOver(writer, walk);
  await writer.locator('[name=kind][value=needs]').check();
  await writer.locator('[name=title]').fill('A bench at the gate');
  await writer.locator('[name=why]').fill('We decide where it goes');
  await writer.locator('[name=audience][value=households]').check();
  await writer.locator('[name=opensOn]').fill(inDays(0));
  await writer.locator('[name=closesOn]').fill(inDays(3));
  await writer.getByRole('button', { name: m.consult_desk_begin({}, { locale: 'en' }) }).click();
  await writer.waitForURL(/consultations\/\d{4}-\d+$/);
  await writer.locator('[name=kind][value=single]').check();
  await writer.locator('[name=words]').fill('Where?');
  await writer.locator('[name=options]').fill('Gate\nGarden');
  await writer.getByRole('button', { name: m.consult_desk_add_go({}, { locale: 'en' }), exact: true }).click();
  await writer.getByText('1. Where?').waitFor();
  await lookOver(writer, walk);
  const address = new URL(writer.url()).pathname;

  await signInAs(colleague, second);
  await colleague.goto(address);
  await colleague.getByRole('button', { name: m.consult_desk_approve({}, { locale: 'en' }) }).click();
  await colleague.locator('[name=count]').fill('2');
  await colleague.getByRole('button', { name: m.consult_desk_print({}, { locale: 'en' }) }).click();
  await colleague.getByText(m.consult_desk_printed({ from: 1, to: 2 }, { locale: 'en' })).waitFor();
  const pdf = await colleague.request.get(`${address}/forms.pdf?from=1&to=2`);
  expect([pdf.status(), (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);

  for (const [page, choice] of [
    [writer, '1'],
    [colleague, '2'],
    [writer, '2'],
  ] as const) {
    const third = page === writer && choice === '2';
    await page.goto(`${address}/paper${third ? '?form=1' : ''}`);
    await lookOver(page, walk);
    await page.locator('[name=form]').fill('1');
    await page.locator(`[name=q1][value="${choice}"]`).check();
    await page.getByRole('button', { name: m.consult_paper_go({}, { locale: 'en' }) }).click();
    await page.locator('.notice.success').waitFor();
  }
  expect(await writer.locator('.notice.success').innerText()).toContain(m.consult_fate_counted({}, { locale: 'en' }));
});
