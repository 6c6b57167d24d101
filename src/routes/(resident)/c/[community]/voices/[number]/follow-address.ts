import { toString } from 'qrcode';
import { paths } from '#paths';

/** Where to type the two numbers, as printed: without the protocol, short enough to copy by hand. */
export function followAddress(url: URL, slug: string): string {
  return `${url.host}${paths.follow(slug)}`;
}

/** A QR code as inline SVG. It holds the number, never the code: whoever finds the paper still needs what is written on it. */
export function qrCode(url: URL, slug: string, number: string): Promise<string> {
  return toString(`${url.origin}${paths.follow(slug, number)}`, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
}
