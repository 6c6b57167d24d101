import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { afterAll, expect, it } from 'vitest';
import { namesOf } from '../cast.ts';
import { deed, pick } from './deed.ts';
import { signInAs } from './sign-in-as.ts';
import { closeBrowser, lookOver, walker } from './walker.ts';

// What a neighbour said becomes public: with leave, with names and doors blacked out, and with a box burnt into the photo.

const here = '/c/liuhuali';
const worker = namesOf('community_worker')[0] ?? '';
const phone = { locale: 'zh-CN', scripts: false, screen: 'phone' } as const;
const office = { locale: 'zh-CN', scripts: true, screen: 'desktop' } as const;

afterAll(closeBrowser);

it('words and a photo are cleared, shown to everybody, and gone when leave is taken back', async () => {
  const resident = await walker(phone);
  const number = await speakWithPhoto(resident);
  const staff = await walker(office);
  await signInAs(staff, worker);
  await staff.goto(`/staff${here}/voices/${number}`);
  await deed(staff, 'acknowledge');
  await deed(staff, 'triage', async (form) => {
    await form.locator('[name=category]').selectOption('facilities');
    await form.locator('[name=matterScope][value=community]').check();
  });
  await deed(staff, 'assign', (form) => pick(form, worker));
  await deed(staff, 'accept');
  await deed(staff, 'answer', (form) => form.locator('[name=words]').fill('灯已经换好。'));
  await deed(staff, 'publish', async (form) => {
    const words = form.locator('textarea').first();
    expect(await words.inputValue()).not.toContain('00090009201');
    await form.locator('[name=title]').fill('楼道灯换好了');
  });
  await lookOver(staff, office);

  await staff.goto(`/staff${here}/voices/${number}/clearing`);
  const sheet = await staff.locator('.canvas svg').boundingBox();
  await staff.mouse.move((sheet?.x ?? 0) + 20, (sheet?.y ?? 0) + 20);
  await staff.mouse.down();
  await staff.mouse.move((sheet?.x ?? 0) + 120, (sheet?.y ?? 0) + 90);
  await staff.mouse.up();
  expect(await staff.locator('input[type=hidden][name=box]').count()).toBe(1);
  await lookOver(staff, office);
  await staff.locator('form[action="?/clear"] button[type=submit]').click();
  await staff.waitForURL(/done=1/);
  await lookOver(staff, office);

  const stranger = await walker(phone);
  await stranger.goto(`${here}/voices/${number}`);
  expect(await stranger.locator('main').innerText()).toContain('楼道灯换好了');
  const shown = await stranger.locator('main img').first().getAttribute('src');
  const picture = await stranger.request.get((shown ?? '').replace('thumbnail', 'full'));
  expect(await darkAt(await picture.body(), 0.06)).toBe(true);
  await lookOver(stranger, phone);

  await staff.goto(`/staff${here}/voices/${number}`);
  await deed(staff, 'take_down', async (form) => {
    const reason = form.locator('textarea');
    if ((await reason.count()) > 0) await reason.first().fill('居民来电：不要登了。');
  });
  expect((await stranger.goto(`${here}/voices/${number}`))?.status()).toBe(404);
  for (const page of [resident, staff, stranger]) await page.context().close();
});

async function speakWithPhoto(page: Page): Promise<string> {
  const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#d9c7a0' } })
    .jpeg()
    .toBuffer();
  await page.goto(here);
  await page.locator('textarea[name=words]').fill('三号楼楼道的灯不亮，晚上看不见台阶，请打 00090009201。');
  await page.locator('button[name=go][value=begin]').click();
  await page.locator('[name=placeWords]').fill('三号楼');
  await page.locator('button[name=go][value=next]').click();
  await page.locator('[name=photos]').setInputFiles({ name: 'stairs.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page.locator('[name=mayPublish]').check();
  await page.locator('button[name=go][value=send]').click();
  await page.waitForURL(/\/voices\/\d{4}-\d{6}/);
  return /\d{4}-\d{6}/.exec(page.url())?.[0] ?? '';
}

/** Whether the pixel that far from the upper left corner is black. */
async function darkAt(picture: Buffer, share: number): Promise<boolean> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.round(info.height * share) * info.width + Math.round(info.width * share)) * info.channels;
  return [0, 1, 2].every((channel) => (data[at + channel] ?? 255) < 40);
}
