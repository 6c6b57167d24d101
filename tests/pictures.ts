import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { makeTown } from '../bench/town.ts';
import { openBrowser } from './browser.ts';
import { namesOf } from './cast.ts';
import { signInAs } from './journeys/sign-in-as.ts';
import { pictureOf, sampleAppointment, sampleCard, sampleLetter, sampleNotice, sampleReceipt, sampleVisit } from './sample-papers.ts';

// npm run pictures: the main pages as they look in the demo town, kept under docs/pictures.

const folder = join(import.meta.dirname, '../docs/pictures');
const worker = namesOf('community_worker')[0] ?? '';
const secretary = namesOf('community_secretary')[0] ?? '';
const street = namesOf('street_supervisor')[0] ?? '';
type Shot = { name: string; address: string; who?: string; screen: 'phone' | 'desktop'; locale: 'zh-CN' | 'en'; large?: boolean };

const shots: Shot[] = (['zh-CN', 'en'] as const).flatMap((locale) => {
  const named = (name: string) => `${name}.${locale}`;
  return [
    { name: named('home'), address: '/c/liuhuali', screen: 'phone', locale },
    { name: named('home-large-type'), address: '/c/liuhuali', screen: 'phone', locale, large: true },
    { name: named('voices'), address: '/c/liuhuali/voices', screen: 'desktop', locale },
    { name: named('method'), address: '/c/liuhuali/method', screen: 'desktop', locale },
    { name: named('queue'), address: '/staff', who: worker, screen: 'desktop', locale },
    { name: named('queue-phone'), address: '/staff', who: worker, screen: 'phone', locale },
    { name: named('entry'), address: '/staff/c/liuhuali/voices/new', who: worker, screen: 'desktop', locale },
    { name: named('board'), address: '/staff/c/liuhuali/board', who: secretary, screen: 'desktop', locale },
    { name: named('street'), address: '/staff', who: street, screen: 'desktop', locale },
  ] satisfies Shot[];
});

mkdirSync(folder, { recursive: true });
await takePapers();
const town = await makeTown({ HUIYIN_DEMO: '1' });
await town.start();
const browser = await openBrowser();
try {
  for (const shot of shots) await take(shot);
  await takeReceipt();
  await takeVoicePage();
  await putTogether();
} finally {
  await browser.close();
  await town.stop();
  town.remove();
}

async function walk({ screen, locale, large, who }: Omit<Shot, 'name' | 'address'>): Promise<Page> {
  const viewport = screen === 'phone' ? { width: 390, height: 844 } : { width: 1280, height: 900 };
  const context = await browser.newContext({ baseURL: town.origin, locale, viewport, reducedMotion: 'reduce' });
  if (large) await context.addCookies([{ name: 'size', value: 'large', url: town.origin }]);
  const page = await context.newPage();
  if (who) await signInAs(page, who);
  return page;
}

async function keep(page: Page, name: string): Promise<void> {
  const png = await page.screenshot({ fullPage: true });
  // A palette keeps a page of flat colours at a fifth of its size.
  await sharp(png)
    .png({ palette: true, colours: 96 })
    .toFile(join(folder, `${name}.png`));
  await page.context().close();
}

async function take(shot: Shot): Promise<void> {
  const page = await walk(shot);
  await page.goto(shot.address);
  await keep(page, shot.name);
}

/** Somebody speaks, so that there is a receipt to show. */
async function takeReceipt(): Promise<void> {
  const page = await walk({ screen: 'phone', locale: 'zh-CN' });
  await page.goto('/c/liuhuali');
  await page.locator('textarea[name=words]').fill('3 号楼 2 单元楼道漏水一个星期了，昨晚墙皮掉下来，差点砸到人。');
  await page.locator('button[name=go][value=begin]').click();
  await page.locator('[name=placeWords]').fill('3 号楼 2 单元');
  await page.locator('button[name=go][value=next]').click();
  await page.locator('button[name=go][value=send]').click();
  await keep(page, 'receipt.zh-CN');
}

/** What comes out of the press. */
async function takePapers(): Promise<void> {
  const keepPaper = async (name: string, picture: Buffer) =>
    sharp(picture)
      .resize({ width: 874 })
      .png({ palette: true, colours: 16 })
      .toFile(join(folder, `${name}.png`));
  for (const locale of ['zh-CN', 'en'] as const)
    await keepPaper(`paper-receipt.${locale}`, await pictureOf('voice-receipt', await sampleReceipt(locale)));
  for (const locale of ['zh-CN', 'en'] as const) {
    await keepPaper(`paper-contact-card.${locale}`, await pictureOf('contact-card', await sampleCard(locale)));
    await keepPaper(`paper-appointment-letter.${locale}`, await pictureOf('appointment-letter', sampleAppointment(locale)));
    await keepPaper(`paper-visit-record.${locale}`, await pictureOf('visit-record', sampleVisit(locale)));
  }
  await keepPaper('paper-letter', await pictureOf('letter', sampleLetter()));
  await keepPaper('paper-notice-board', await pictureOf('notice-board', await sampleNotice()));
}

async function takeVoicePage(): Promise<void> {
  const page = await walk({ screen: 'desktop', locale: 'zh-CN', who: worker });
  await page.goto('/staff');
  await page.locator('table.rows a').first().click();
  await page.waitForURL(/\d{4}-\d{6}/);
  await keep(page, 'voice.zh-CN');
}

/** The picture of the README: a phone, a receipt and the queue side by side. */
async function putTogether(): Promise<void> {
  const height = 820;
  const part = (name: string, width: number) =>
    sharp(join(folder, `${name}.png`))
      .resize({ width })
      .extract({ left: 0, top: 0, width, height })
      .png()
      .toBuffer();
  const gap = 24;
  const [home, receipt, queue] = [await part('home.zh-CN', 380), await part('receipt.zh-CN', 380), await part('queue.zh-CN', 1150)];
  await sharp({ create: { width: 380 * 2 + 1150 + gap * 4, height: height + gap * 2, channels: 3, background: '#e3d9c8' } })
    .composite([
      { input: home, left: gap, top: gap },
      { input: receipt, left: 380 + gap * 2, top: gap },
      { input: queue, left: 760 + gap * 3, top: gap },
    ])
    .png({ palette: true, colours: 128 })
    .toFile(join(folder, 'overview.png'));
}
