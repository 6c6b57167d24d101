import { setOutline, setPoint } from '#community/places/index.ts';
import type { Community, Ground, Town } from '../town.ts';

// The town lies where nobody lives, in the middle of a desert: the houses are invented, and so is the ground they stand on.

const corner = { latitude: 38.9, longitude: 83.5 };
/** Degrees between two buildings, some 60 metres. */
const step = 0.0006;
const inRow = 8;

/** The edge of each community, its grids as strips of it, and every building in rows. */
export async function drawTown(ground: Ground, town: Town): Promise<void> {
  for (const [at, community] of Object.values(town.communities).entries()) await drawCommunity(ground, town, community, at);
}

async function drawCommunity({ trx }: Ground, { horizon }: Town, community: Community, at: number): Promise<void> {
  const how = { within: { trx, now: new Date(horizon.getTime() - 40 * 86_400_000), quiet: true } };
  const { viewer } = community.secretary;
  const [west, south] = [corner.longitude + at * step * (inRow + 4), corner.latitude];
  const rows = Math.ceil(community.buildings.length / inRow);
  const outline = (from: number, until: number) => {
    const [east, top, bottom] = [west + step * inRow, south + step * until, south + step * from];
    const ring = [
      [west, bottom],
      [east, bottom],
      [east + step / 2, top],
      [west, top],
      [west, bottom],
    ];
    return JSON.stringify({ type: 'Polygon', coordinates: [ring] });
  };
  const common = { datum: 'WGS84', way: 'drawn' } as const;
  await setOutline(viewer, community.id, { ...common, outline: outline(0, rows) }, how);
  const grids = await trx
    .selectFrom('places')
    .select('id')
    .where('community_id', '=', community.id)
    .where('level', '=', 'grid')
    .orderBy('id')
    .execute();
  for (const [grid, { id }] of grids.entries()) {
    const strip = outline((rows * grid) / grids.length, (rows * (grid + 1)) / grids.length);
    await setOutline(viewer, community.id, { ...common, outline: strip, placeId: id }, how);
  }
  for (const [number, { id }] of community.buildings.entries()) {
    const latitude = south + step * (Math.floor(number / inRow) + 0.5);
    const longitude = west + step * ((number % inRow) + 0.5);
    await setPoint(viewer, community.id, { placeId: id, latitude, longitude, datum: 'WGS84' }, how);
  }
}
