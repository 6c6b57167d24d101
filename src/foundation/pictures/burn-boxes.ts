import sharp from 'sharp';
import { reEncodePicture, type ReEncodedPicture } from './re-encode-picture.ts';

/** Shares of the picture in percent, from its upper left corner. */
export type Box = { x: number; y: number; width: number; height: number };

/** Paints black boxes into a picture, so that nobody can lift them off again. Throws Invalid like `reEncodePicture`. */
export async function burnBoxes(jpeg: Uint8Array, boxes: readonly Box[]): Promise<ReEncodedPicture> {
  const { width, height } = await sharp(jpeg).metadata();
  const inside = boxes.map((box) => ({
    left: Math.min(width - 1, Math.max(0, Math.floor((box.x / 100) * width))),
    top: Math.min(height - 1, Math.max(0, Math.floor((box.y / 100) * height))),
    width: Math.max(1, Math.ceil((box.width / 100) * width)),
    height: Math.max(1, Math.ceil((box.height / 100) * height)),
  }));
  const layers = inside.map(({ left, top, ...size }) => ({
    left,
    top,
    input: {
      create: {
        width: Math.min(size.width, width - left),
        height: Math.min(size.height, height - top),
        channels: 3 as const,
        background: '#000000',
      },
    },
  }));
  return reEncodePicture(await sharp(jpeg).composite(layers).jpeg({ quality: 90 }).toBuffer());
}
