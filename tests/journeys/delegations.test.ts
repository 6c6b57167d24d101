import type { Page } from '@playwright/test';
import { afterAll, expect, it } from 'vitest';
import { m } from '#words';
import { namesOf } from '../cast.ts';
import { signInAs } from './sign-in-as.ts';
import { closeBrowser, lookOver, walker, type Walk } from './walker.ts';

// A matter that residents took on and give back: on a telephone without scripts, and what the office sees of it at its desk.

const community = 'liuhuali';
const here = `/c/${community}/delegations`;
const leader = '孟思齐';
const matter = '7 号楼的楼道绿植';

afterAll(closeBrowser);

it('a group gives a matter back without a reason, on a telephone without scripts; the office goes on with it', async () => {
  const walk: Walk = { locale: 'zh-CN', scripts: false, screen: 'phone' };
  const page = await walker(walk);
  await page.goto(here);
  await lookOver(page, walk);
  await comeInAsResident(page, leader);
  await page.goto(here);
  expect(await page.locator('#led').innerText()).toBe(m.delegations_for_you({}, { locale: 'zh-CN' }));
  await page.getByRole('link', { name: matter }).first().click();
  await lookOver(page, walk);
  await page.getByRole('button', { name: m.delegations_give_back_go({}, { locale: 'zh-CN' }), exact: true }).click();
  expect(await page.locator('.notice.success').innerText()).toContain(m.delegations_done_given_back({}, { locale: 'zh-CN' }));
  await lookOver(page, walk);
  const pdf = await page.request.get(`${new URL(page.url()).pathname}/agreement.pdf`);
  expect([pdf.status(), (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);

  const desk: Walk = { locale: 'en', scripts: true, screen: 'desktop' };
  const office = await walker(desk);
  await signInAs(office, namesOf('community_secretary')[0] ?? '');
  await office.goto(`/staff/c/${community}/delegations`);
  await lookOver(office, desk);
  await office.getByRole('link', { name: matter }).click();
  await office
    .getByText(m.delegations_stage_given_back({}, { locale: 'en' }))
    .first()
    .waitFor();
  await lookOver(office, desk);
  await office.goto(`/staff/c/${community}/responsibilities`);
  await lookOver(office, desk);
  await office.goto(`/c/${community}/responsibilities`);
  await lookOver(office, desk);
  await office.goto(here);
  await lookOver(office, desk);
});

async function comeInAsResident(page: Page, name: string): Promise<void> {
  await page.goto(`/c/${community}/sign-in`);
  await page
    .locator('button[name=person]')
    .filter({ has: page.getByText(name, { exact: true }) })
    .first()
    .click();
  await page.waitForURL((url) => !url.pathname.includes('/sign-in'));
}
