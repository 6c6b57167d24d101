import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { Invalid } from '#foundation/refusal.ts';
import { reEncodePicture } from './re-encode-picture.ts';

const size = (width: number, height: number) => ({ create: { width, height, channels: 3 as const, background: '#b3472f' } });
const noise = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#fff', noise: { type: 'gaussian', mean: 128, sigma: 60 } } });

test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('a %s becomes a JPEG with a thumbnail', async (format) => {
  const picture = await reEncodePicture(await sharp(size(2000, 1000)).toFormat(format).toBuffer());
  expect(picture).toMatchObject({ width: 1600, height: 800 });
  expect(await sharp(picture.jpeg).metadata()).toMatchObject({ format: 'jpeg', width: 1600, height: 800, space: 'srgb' });
  expect(await sharp(picture.thumbnail).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 160 });
  expect(picture.sha256).toBe(createHash('sha256').update(picture.jpeg).digest('hex'));
});

test('a small picture is not blown up', async () => {
  const picture = await reEncodePicture(await sharp(size(200, 100)).png().toBuffer());
  expect(picture).toMatchObject({ width: 200, height: 100 });
});

test('place, camera, XMP and colour profile are gone', async () => {
  const bytes = await sharp(size(400, 300))
    .withExif({ IFD0: { Make: 'Phone', Copyright: 'somebody' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 40/1 0/1' } })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret/></x:xmpmeta>')
    .withIccProfile('p3')
    .jpeg()
    .toBuffer();
  expect((await sharp(bytes).metadata()).exif).toBeDefined();
  const { jpeg, thumbnail } = await reEncodePicture(bytes);
  for (const output of [jpeg, thumbnail]) {
    const kept = await sharp(output).metadata();
    expect([kept.exif, kept.xmp, kept.icc, kept.iptc, kept.orientation, kept.comments]).toEqual(Array(6).fill(undefined));
    expect(output.includes('Exif')).toBe(false);
    expect(output.includes('secret')).toBe(false);
  }
});

test('a photo held sideways stands upright', async () => {
  const leftRed = await sharp(size(400, 200))
    .composite([{ input: { create: { width: 200, height: 200, channels: 3, background: '#0000ff' } }, left: 200, top: 0 }])
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const { jpeg, width, height } = await reEncodePicture(leftRed);
  expect([width, height]).toEqual([200, 400]);
  const { data } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
  expect(data[2]).toBeLessThan(100); // top: the red half
  expect(data[(390 * 200 + 100) * 3 + 2]).toBeGreaterThan(200); // bottom: the blue half
});

test('transparent parts become white', async () => {
  const { jpeg } = await reEncodePicture(
    await sharp({ create: { width: 10, height: 10, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .png()
      .toBuffer(),
  );
  expect([...(await sharp(jpeg).raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255]);
});

test('of a moving picture the first frame stays', async () => {
  const frames = [size(60, 40), { create: { ...size(60, 40).create, background: '#00ff00' } }].map((input) =>
    sharp(input).png().toBuffer(),
  );
  const moving = await sharp(await Promise.all(frames), { join: { animated: true } })
    .gif({ delay: [100, 100] })
    .toBuffer();
  expect((await sharp(moving).metadata()).pages).toBe(2);
  expect(await reEncodePicture(moving)).toMatchObject({ width: 60, height: 40 });
});

test('what hangs on behind a picture is left behind', async () => {
  const polyglot = Buffer.concat([await noise(50, 50).jpeg().toBuffer(), Buffer.from('PK\x03\x04<script>alert(1)</script>')]);
  expect((await reEncodePicture(polyglot)).jpeg.includes('script')).toBe(false);
});

test('pictures sent together all arrive, also after a bad one', async () => {
  const good = await noise(300, 300).jpeg().toBuffer();
  const results = await Promise.allSettled([good, good.subarray(0, 2000), good].map((bytes) => reEncodePicture(bytes)));
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test.each<[string, string, () => Promise<Uint8Array> | Uint8Array]>([
  [
    'an SVG with a script',
    'picture.not-a-picture',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  ],
  ['a PDF', 'picture.not-a-picture', () => Buffer.from('%PDF-1.7\n%âãÏÓ')],
  ['a script', 'picture.not-a-picture', () => Buffer.from('#!/bin/sh\nrm -rf /')],
  ['a zip named .jpg', 'picture.not-a-picture', () => Buffer.from('PK\x03\x04\x14\x00\x00\x00\x08\x00', 'latin1')],
  ['a TIFF', 'picture.not-a-picture', () => sharp(size(20, 20)).tiff().toBuffer()],
  ['nothing', 'picture.not-a-picture', () => new Uint8Array()],
  ['a JPEG beginning with nothing behind', 'picture.not-a-picture', () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])],
  ['a HEIF head with nothing behind', 'picture.not-a-picture', () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')],
  ['a truncated JPEG', 'picture.not-a-picture', async () => half(await noise(800, 600).jpeg().toBuffer())],
  ['a truncated progressive JPEG', 'picture.not-a-picture', async () => half(await noise(800, 600).jpeg({ progressive: true }).toBuffer())],
  ['a truncated PNG', 'picture.not-a-picture', async () => half(await noise(800, 600).png().toBuffer())],
  ['a truncated WebP', 'picture.not-a-picture', async () => half(await noise(800, 600).webp().toBuffer())],
  ['a truncated GIF', 'picture.not-a-picture', async () => half(await noise(300, 200).gif().toBuffer())],
  ['a truncated AVIF', 'picture.not-a-picture', async () => half(await noise(300, 200).avif({ effort: 0 }).toBuffer())],
  ['a PNG that claims 50,000 × 50,000', 'picture.too-many-pixels', () => pngClaiming(50_000, 50_000)],
  ['a PNG that claims 2³¹−1 × 2³¹−1', 'picture.not-a-picture', () => pngClaiming(0x7fffffff, 0x7fffffff)],
  ['a JPEG that claims 65,500 × 65,500', 'picture.too-many-pixels', async () => jpegClaiming(65_500, 65_500)],
  ['a GIF that claims 65,535 × 65,535', 'picture.too-many-pixels', async () => gifClaiming(65_535, 65_535)],
  ['more than 15 MB', 'picture.too-large', () => Buffer.alloc(15 * 1024 * 1024 + 1, 0xff)],
])('%s is refused within a second', async (_, code, make) => {
  const bytes = await make();
  const started = performance.now();
  const error: unknown = await reEncodePicture(bytes).catch((caught: unknown) => caught);
  expect(performance.now() - started).toBeLessThan(1000);
  expect(error).toBeInstanceOf(Invalid);
  expect(error).toMatchObject({ problems: [{ field: 'photos', code }] });
});

function half(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length / 2);
}

function pngClaiming(width: number, height: number): Buffer {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  const chunks = [chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

async function jpegClaiming(width: number, height: number): Promise<Buffer> {
  const bytes = await noise(16, 16).jpeg().toBuffer();
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  bytes.writeUInt16BE(height, frame + 5);
  bytes.writeUInt16BE(width, frame + 7);
  return bytes;
}

async function gifClaiming(width: number, height: number): Promise<Buffer> {
  const bytes = await noise(16, 16).gif().toBuffer();
  const frame = bytes.indexOf(Buffer.from([0x2c, 0, 0, 0, 0, 16, 0, 16, 0]));
  for (const at of [6, frame + 5]) {
    bytes.writeUInt16LE(width, at);
    bytes.writeUInt16LE(height, at + 2);
  }
  return bytes;
}
