/** Where a tile lies: the addresses of c2sp.org/tlog-tiles. Runs in browsers too. */

/** `level` null: the entries themselves. `width` 1–256 hashes or entries. */
export type Tile = { level: number | null; index: bigint; width: number };

export const tileWidth = 256;

/** `0/x001/x234/067`, `entries/000.p/5` */
export function tilePath({ level, index, width }: Tile): string {
  const partial = width === tileWidth ? '' : `.p/${width}`;
  return `${level ?? 'entries'}/${indexPath(index)}${partial}`;
}

/** What a path asks for; null for anything but the one right spelling. */
export function parseTilePath(path: string): Tile | null {
  const found = /^(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path);
  if (!found) return null;
  const [, level = '', index = '', width] = found;
  const tile = {
    level: level === 'entries' ? null : Number(level),
    index: BigInt(index.replaceAll(/[x/]/g, '')),
    width: width === undefined ? tileWidth : Number(width),
  };
  if ((tile.level ?? 0) > 63 || tile.index >= 1n << 63n || (width !== undefined && tile.width >= tileWidth)) return null;
  return tilePath(tile) === path ? tile : null;
}

/** How many hashes (or entries) this tile has in a tree of `size`: 0–256. */
export function widthIn(size: bigint, level: number, index: bigint): number {
  const hashes = size >> BigInt(8 * level);
  const from = index * BigInt(tileWidth);
  if (hashes <= from) return 0;
  return Number(hashes - from > BigInt(tileWidth) ? BigInt(tileWidth) : hashes - from);
}

function indexPath(index: bigint): string {
  const digits = index.toString();
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
}
