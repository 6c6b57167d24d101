// What a resident's phone or computer calls a photo. The first bytes decide, never the file's name.

/**
 * Whether the bytes begin like a JPEG, PNG, GIF, WebP or HEIF/AVIF picture.
 * Asked before any decoder sees the bytes, so that SVG, PDF, TIFF and scripts never reach one.
 */
export function looksLikePicture(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return (
    start.startsWith('\xff\xd8\xff') ||
    start.startsWith('\x89PNG\r\n\x1a\n') ||
    /^GIF8[79]a/.test(start) ||
    /^RIFF[^]{4}WEBP/.test(start) ||
    /^[^]{4}ftyp(avif|avis|heic|heix|heim|heis|mif1|msf1)/.test(start)
  );
}
