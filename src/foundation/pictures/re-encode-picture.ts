// A photo from a resident's phone: painted anew, so that nothing but the picture itself comes in (no place, no camera, no script).
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { Invalid } from '#foundation/refusal.ts';
import { looksLikePicture } from './looks-like-picture.ts';

/** `width` and `height` in pixels of `jpeg`; `sha256` of `jpeg`, hexadecimal. */
export type ReEncodedPicture = { jpeg: Buffer; width: number; height: number; thumbnail: Buffer; sha256: string };

const mostBytes = 15 * 1024 * 1024;
const mostPixels = 40_000_000;
const mostSeconds = 20;
const formats = ['jpeg', 'png', 'gif', 'webp', 'heif'];

// One decoder thread and no cache: a community's server is small, and a photo is needed once.
sharp.concurrency(1);
sharp.cache(false);

let last: Promise<unknown> = Promise.resolve();

/**
 * Turns an uploaded photo into a JPEG of at most 1600 px (longest side) and a thumbnail of at most 320 px:
 * upright, sRGB, without any metadata. Pictures wait for each other, so that memory holds one at a time.
 * Throws `Invalid` on `photos`: `picture.too-large` (over 15 MB), `picture.too-many-pixels` (over 40 million),
 * `picture.not-a-picture` (any other content, or a damaged file).
 */
export async function reEncodePicture(bytes: Uint8Array): Promise<ReEncodedPicture> {
  if (bytes.byteLength > mostBytes) throw refusal('picture.too-large');
  if (!looksLikePicture(bytes)) throw refusal('picture.not-a-picture');
  const turn = last.then(() => paint(bytes));
  last = turn.catch(() => undefined);
  return turn;
}

async function paint(bytes: Uint8Array): Promise<ReEncodedPicture> {
  try {
    // `truncated` and not stricter: phones write harmless oddities that the stricter levels would refuse.
    const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'truncated', pages: 1 });
    const { format, width, height } = await picture.metadata();
    if (!formats.includes(format)) throw refusal('picture.not-a-picture');
    if (width * height > mostPixels) throw refusal('picture.too-many-pixels');
    const { data: jpeg, info } = await smaller(picture.autoOrient(), 1600, 80).toBuffer({ resolveWithObject: true });
    const thumbnail = await smaller(sharp(jpeg), 320, 75).toBuffer();
    const sha256 = createHash('sha256').update(jpeg).digest('hex');
    return { jpeg, width: info.width, height: info.height, thumbnail, sha256 };
  } catch (error) {
    throw error instanceof Invalid ? error : refusal(codeFor(error));
  }
}

/** Transparent parts become paper white. The output carries no metadata because none is asked for. */
function smaller(picture: Sharp, longest: number, quality: number): Sharp {
  return picture
    .timeout({ seconds: mostSeconds })
    .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality });
}

/** The decoder names its reason only in words; everything but size and time means a file it cannot read. */
function codeFor(error: unknown): string {
  const flood = error instanceof Error && /pixel limit|timeout/i.test(error.message);
  return flood ? 'picture.too-many-pixels' : 'picture.not-a-picture';
}

function refusal(code: string): Invalid {
  return new Invalid([{ field: 'photos', code }]);
}
