import { newId } from '#foundation/ids.ts';
import { districtName, officeHours, streetName, type Shape } from './town-shape.ts';
import type { Building, Flat, Ground, Land, Unit } from './town.ts';

const perGrid = 400;
const atOnce = 4000;

type Row = {
  community_id: number;
  id: string;
  parent_id: string | null;
  level: string;
  name: string;
  full_name: string;
  building_id: string | null;
  created_at: Date;
  ended_at: Date | null;
};

/** District, street, and every community down to its flats. `built`: when they were entered. */
export async function plantPlaces(
  { trx }: Ground,
  shapes: Shape[],
  built: Date,
): Promise<{ districtId: number; streetId: number; lands: Land[] }> {
  const district = await trx.insertInto('districts').values({ name: districtName }).returning('id').executeTakeFirstOrThrow();
  const street = await trx
    .insertInto('streets')
    .values({ district_id: district.id, name: streetName })
    .returning('id')
    .executeTakeFirstOrThrow();
  const lands: Land[] = [];
  for (const shape of shapes) {
    const { id } = await trx
      .insertInto('communities')
      .values({
        street_id: street.id,
        slug: shape.slug,
        name: shape.name,
        name_en: shape.nameEn,
        phone: shape.phone,
        office_hours: officeHours,
        created_at: built,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { rows, buildings } = build(id, shape, built);
    for (let from = 0; from < rows.length; from += atOnce)
      await trx
        .insertInto('places')
        .values(rows.slice(from, from + atOnce))
        .execute();
    lands.push({ id, shape, buildings });
  }
  return { districtId: district.id, streetId: street.id, lands };
}

/** Grids of about 400 households, each with its part of the one estate; buildings are numbered through. */
function build(communityId: number, shape: Shape, built: Date): { rows: Row[]; buildings: Building[] } {
  const rows: Row[] = [];
  const add = (level: string, name: string, fullName: string, parentId: string | null, buildingId?: string): string => {
    const id = newId(built);
    const ofBuilding = level === 'building' ? id : (buildingId ?? null);
    rows.push({
      community_id: communityId,
      id,
      parent_id: parentId,
      level,
      name,
      full_name: fullName,
      building_id: ofBuilding,
      created_at: built,
      ended_at: null,
    });
    return id;
  };
  const estates = Array.from({ length: Math.ceil(shape.households / perGrid) }, (_, at) => {
    const grid = add('grid', `第${at + 1}网格`, `第${at + 1}网格`, null);
    return add('estate', shape.estate, shape.estate, grid);
  });
  const unitsOf = spread(shape.units, shape.buildings);
  const flatsOf = spread(shape.households, shape.units);
  let unitsBefore = 0;
  const buildings = unitsOf.map((units, at): Building => {
    const name = `${at + 1}号楼`;
    const id = add('building', name, name, estates[Math.floor((at * estates.length) / unitsOf.length)] ?? null);
    const made = Array.from({ length: units }, (_, stairs): Unit => {
      const unitName = `${stairs + 1}单元`;
      const unitId = add('unit', unitName, name + unitName, id, id);
      const flats = Array.from({ length: flatsOf[unitsBefore + stairs] ?? 0 }, (_none, flat): Flat => {
        const floor = Math.floor(flat / shape.flatsPerFloor) + 1;
        const room = `${floor}${String((flat % shape.flatsPerFloor) + 1).padStart(2, '0')}`;
        return { id: add('household', `${room}室`, `${name}${unitName}${room}室`, unitId, id), room, floor };
      });
      return { id: unitId, number: stairs + 1, name: unitName, flats };
    });
    unitsBefore += units;
    return { id, number: at + 1, name, units: made };
  });
  if (shape.key === 'A') shareFlat(rows, buildings, add, built);
  return { rows, buildings };
}

/** Flat 402 in building 5 is let to two tenants: the old household ends, two take its place. */
function shareFlat(
  rows: Row[],
  buildings: Building[],
  add: (...place: [string, string, string, string | null, string?]) => string,
  built: Date,
): void {
  const building = buildings[4];
  const unit = building?.units[0];
  const shared = unit?.flats.find((flat) => flat.room === '402');
  const old = rows.find((row) => row.id === shared?.id);
  if (!building || !unit || !shared || !old) return;
  old.ended_at = new Date(built.getTime() + 1000);
  const parts = ['甲间', '乙间'].map((part): Flat => {
    const id = add('household', `402室${part}`, `${building.name}${unit.name}402室${part}`, unit.id, building.id);
    return { id, room: `402室${part}`, floor: 4 };
  });
  unit.flats.splice(unit.flats.indexOf(shared), 1, ...parts);
}

/** 20 over 7: [3, 3, 3, 3, 3, 3, 2]. */
function spread(total: number, over: number): number[] {
  return Array.from({ length: over }, (_, at) => Math.floor(total / over) + (at < total % over ? 1 : 0));
}
