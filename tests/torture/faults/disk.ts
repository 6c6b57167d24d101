import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, type Asked } from '../ask.ts';
import { byProgram, intendAndAsk, startLoad } from '../load.ts';
import { nothingYet, openScene, verdictOn, type Result, type Scene, type Tell } from '../fire.ts';
import { makeInstallation, pause, until } from '../installation.ts';

const reserve = 8;

/**
 * F10: the disk under the database is filled to the last byte, then the one under the photos. Writing is refused in words
 * (507, or 503), nothing is acknowledged, reading goes on, and once there is room all goes on by itself.
 */
export async function diskFull(times: number, tell: Tell): Promise<Result> {
  const result = nothingYet('disk full');
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return { ...result, skipped: 'a small disk can only be mounted by root on Linux' };
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-disk-'));
  const data = join(folder, 'data');
  try {
    mountSmall(folder, data, 700);
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return { ...result, skipped: 'this machine lets nobody mount a small disk' };
  }
  const town = await makeInstallation({ HUIYIN_DEMO: '1' }, data);
  try {
    await town.start();
    const scene = await openScene(town, tell);
    for (let at = 0; at < times; at++) await fillData(scene, result);
    const photos = await picturesFull(scene);
    result.times += photos.times;
    result.back.push(...photos.back);
    result.breaches.push(...photos.breaches);
    result.verdict = photos.verdict;
    await town.stop();
  } finally {
    unmount(data);
    await town.remove();
    unmount(data);
    rmSync(folder, { recursive: true, force: true });
  }
  return result;
}

/** The same for the photos alone: a voice without one is still taken. */
export async function picturesFull(scene: Scene): Promise<Result> {
  const result = nothingYet('disk of the photos full');
  const folder = join(scene.town.data, 'pictures');
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${reserve}m,mode=755`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return { ...result, skipped: 'a small disk can only be mounted by root on Linux' };
  }
  try {
    await fillPictures(scene, result);
  } finally {
    unmount(folder);
  }
  result.verdict = await verdictOn(scene);
  return result;
}

async function fillData(scene: Scene, result: Result): Promise<void> {
  const { town, people, tell } = scene;
  const load = startLoad(scene, 4);
  await pause(800);
  const filler = fill(town.data);
  await pause(1500);
  const before = load.counts.ack;
  for (let at = 0; at < 8; at++) {
    const written = await submit(scene, 0);
    if (written !== 507 && written !== 503) result.breaches.push(`F10: a full disk was answered with ${written}`);
    const read = await ask(town.origin, page(`/c/${people.slug}/voices`));
    if (read?.status !== 200) result.breaches.push(`F10: reading gave ${read?.status} while the disk was full`);
    await pause(250);
  }
  if (load.counts.ack > before) result.breaches.push(`F10: ${load.counts.ack - before} acknowledged while the disk was full`);
  tell('The disk was full for some seconds; now there is room again …');
  rmSync(filler);
  const back = await until(async () => (await submit(scene, 0)) === 201, 60_000);
  if (back === null) result.breaches.push(`F10: not back within 60 seconds:\n${town.said().slice(-2000)}`);
  else result.back.push(back);
  result.times++;
  await pause(500);
  await load.stop();
}

async function fillPictures(scene: Scene, result: Result): Promise<void> {
  const filler = fill(join(scene.town.data, 'pictures'));
  const photo = await submit(scene, 1);
  if (photo !== 507) result.breaches.push(`F10: a photo without room was answered with ${photo}`);
  const words = await submit(scene, 0);
  if (words !== 201) result.breaches.push(`F10: words without a photo were answered with ${words}`);
  rmSync(filler);
  const back = await until(async () => (await submit(scene, 1)) === 201, 60_000);
  if (back === null) result.breaches.push('F10: photos were not taken again within 60 seconds');
  else result.back.push(back);
  result.times++;
}

async function submit(scene: Scene, photos: number): Promise<number> {
  const words = `满盘 ${randomUUID()}`;
  return (await intendAndAsk(scene, { what: 'voice', words, by: 'program' }, byProgram(scene.people, words, 'program', photos), 10_000))
    .status;
}

function page(path: string): Asked {
  return { method: 'GET', path, headers: { accept: 'text/html', 'accept-language': 'en' }, body: '' };
}

/** Takes every byte that is left. */
function fill(folder: string): string {
  const file = join(folder, 'filler');
  const handle = openSync(file, 'w');
  try {
    for (let size = 1 << 20; size >= 512; size = Math.floor(size / 2)) takeAll(handle, Buffer.alloc(size));
  } finally {
    closeSync(handle);
  }
  if (statfsSync(folder).bavail > 16) throw new Error('the disk would not fill');
  return file;
}

function takeAll(handle: number, piece: Buffer): void {
  try {
    while (writeSync(handle, piece) > 0);
  } catch {
    // Full, for pieces of this size.
  }
}

function mountSmall(folder: string, data: string, megabytes: number): void {
  mkdirSync(data);
  const image = join(folder, 'image');
  execFileSync('truncate', ['-s', `${megabytes}M`, image]);
  try {
    execFileSync('mkfs.ext4', ['-q', '-m', '0', image], { stdio: 'ignore' });
    execFileSync('mount', ['-o', 'loop', image, data], { stdio: 'ignore' });
  } catch {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', data], { stdio: 'ignore' });
  }
}

function unmount(folder: string): void {
  try {
    execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
  } catch {
    // Not mounted.
  }
}
