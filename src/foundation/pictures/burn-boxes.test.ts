import { expect, it } from 'vitest';
import sharp from 'sharp';
import { burnBoxes } from './burn-boxes.ts';

const white = await sharp({ create: { width: 200, height: 100, channels: 3, background: '#ffffff' } })
  .jpeg()
  .toBuffer();

async function shadeAt(jpeg: Uint8Array, left: number, top: number): Promise<number> {
  const { data } = await sharp(jpeg).extract({ left, top, width: 1, height: 1 }).raw().toBuffer({ resolveWithObject: true });
  return data[0] ?? -1;
}

it('paints black what must not be seen, in the picture and in its small copy, and nothing else', async () => {
  const { jpeg, thumbnail, width } = await burnBoxes(white, [{ x: 10, y: 20, width: 30, height: 40 }]);
  expect(width).toBe(200);
  for (const picture of [jpeg, thumbnail]) {
    expect(await shadeAt(picture, 50, 40)).toBeLessThan(12);
    expect(await shadeAt(picture, 150, 80)).toBeGreaterThan(243);
  }
});

it('keeps a box that reaches over the edge inside the picture', async () => {
  const { jpeg } = await burnBoxes(white, [{ x: 90, y: 90, width: 100, height: 100 }]);
  expect(await shadeAt(jpeg, 199, 99)).toBeLessThan(12);
});
