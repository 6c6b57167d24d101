import type { Page } from '@playwright/test';
import { afterAll, describe, expect, it } from 'vitest';
import en from '../../words/blog/en.json' with { type: 'json' };
import zh from '../../words/blog/zh-CN.json' with { type: 'json' };
import { namesOf } from '../cast.ts';
import { signInAs } from './sign-in-as.ts';
import { closeBrowser, lookOver, walker, type Walk } from './walker.ts';

// A neighbour comments beneath a post, is hidden for a rule, asks somebody else, is shown again, and makes it a voice.

const here = '/c/liuhuali';
const desk = `/staff${here}`;
const walks: Walk[] = [
  { locale: 'zh-CN', scripts: false, screen: 'phone' },
  { locale: 'en', scripts: true, screen: 'desktop' },
];

afterAll(closeBrowser);

describe.each(walks)('$locale, scripts $scripts', (walk) => {
  const says = walk.locale === 'en' ? en : zh;
  const said = `The new bench is loose (${walk.locale})`;

  it('from the comment to the voice', async () => {
    const resident = await walker(walk);
    await signInAsResident(resident, walk.locale === 'en' ? 'Emma Clarke' : '王秀珍');
    await resident.goto(here);
    await lookOver(resident, walk);
    await resident.goto(`${here}/blog`);
    await lookOver(resident, walk);
    await resident.locator('article h2 a').first().click();
    await lookOver(resident, walk);
    // Nothing said: what else was typed comes back.
    await resident.locator('#words').fill('   ');
    await resident.locator('#signature').fill('Granny');
    await resident.getByRole('button', { name: says.blog_write_go }).click();
    expect(await resident.locator('#signature').inputValue()).toBe('Granny');
    await lookOver(resident, walk);
    await resident.locator('#words').fill(said);
    await resident.getByRole('button', { name: says.blog_write_go }).click();
    expect(await resident.content()).toContain(says.blog_done_waiting);

    const hidden = await decide(walk, namesOf('community_worker')[0] ?? '', 'waiting', said, async (page) => {
      await page.locator('input[name=decision][value=hidden]').check();
      await page.locator('#rule').selectOption('1');
      await page.locator('#reason').fill('It is unkind');
      await page.getByRole('button', { name: says.blog_desk_decide_go, exact: true }).click();
      await page.getByText(says.blog_done_decided).waitFor();
    });
    expect(hidden).toBe(true);

    await resident.goto(`${here}/mine`);
    await resident.getByRole('link', { name: said }).click();
    expect(await resident.content()).toContain('It is unkind');
    await lookOver(resident, walk);
    await resident.locator('#appeal-words').fill('It is a bench');
    await resident.getByRole('button', { name: says.blog_appeal_go }).click();
    expect(await resident.content()).toContain(says.blog_done_appealed);
    const address = resident.url().replace(/\?.*/, '');

    await decide(walk, namesOf('supervisory_member')[0] ?? '', 'appeals', said, async (page) => {
      await page.locator('input[name=outcome][value=reversed]').check();
      await page.locator('#answer').fill('A bench is no insult');
      await page.getByRole('button', { name: says.blog_desk_appeal_go, exact: true }).click();
      await page.getByText(says.blog_done_appeal).waitFor();
    });

    await resident.goto(address);
    expect(await resident.content()).toContain('A bench is no insult');
    await resident.locator('#placeWords').fill('Garden');
    await resident.locator('input[name=agrees]').check();
    await resident.getByRole('button', { name: says.blog_voice_go }).click();
    expect(await resident.content()).toContain(says.blog_done_voice);
    await lookOver(resident, walk);
    const number = /\d{4}-\d{6}/.exec(await resident.locator('.slip').innerText())?.[0] ?? '';
    await resident.locator('p.screen-only a').first().click();
    expect(await resident.content()).toContain(says.blog_became_voice.replace('{number}', number));
    await resident.goto(`${here}/blog/decisions`);
    expect(await resident.content()).toContain(says.blog_decision_appeal_reversed);
    await lookOver(resident, walk);
    await resident.context().close();
  });
});

it('the desk of the blog', async () => {
  const walk: Walk = { locale: 'en', scripts: true, screen: 'phone' };
  const page = await walker(walk);
  await signInAs(page, namesOf('community_secretary')[0] ?? '');
  for (const address of [
    `${desk}/blog`,
    `${desk}/blog/new`,
    `${desk}/blog/12`,
    `${desk}/blog/settings`,
    `${desk}/comments`,
    `${desk}/comments?tab=decided`,
  ]) {
    await page.goto(address);
    await lookOver(page, walk);
  }
  for (const feed of ['atom', 'rss']) {
    const read = await page.goto(`${here}/blog/${feed}.xml?lang=en`);
    expect(read?.headers()['content-type']).toBe(`application/${feed}+xml; charset=utf-8`);
  }
  await page.context().close();
});

async function signInAsResident(page: Page, name: string): Promise<void> {
  await page.goto(`${here}/sign-in`);
  await page
    .locator('button[name=person]')
    .filter({ has: page.getByText(name, { exact: true }) })
    .first()
    .click();
  await page.waitForURL((url) => !url.pathname.includes('/sign-in'));
}

/** Somebody of the office opens the comment at the desk and does what is to be done. */
async function decide(walk: Walk, name: string, tab: string, said: string, does: (page: Page) => Promise<void>): Promise<boolean> {
  const staff: Walk = { ...walk, scripts: true, screen: 'desktop' };
  const page = await walker(staff);
  await signInAs(page, name);
  await page.goto(`${desk}/comments?tab=${tab}`);
  await lookOver(page, staff);
  await page.getByRole('link', { name: said }).click();
  await page.waitForURL(/comments\/[0-9a-f-]{36}/);
  await lookOver(page, staff);
  await does(page);
  await page.context().close();
  return true;
}
