import { database } from '#foundation/server/database.ts';

export type Street = { id: number; name: string; districtId: number; districtName: string };

/** All streets of this installation, by district. */
export async function findStreets(): Promise<Street[]> {
  return database()
    .selectFrom('streets')
    .innerJoin('districts', 'districts.id', 'streets.district_id')
    .select(['streets.id', 'streets.name', 'districts.id as districtId', 'districts.name as districtName'])
    .orderBy('districts.name')
    .orderBy('streets.name')
    .execute();
}

/** All districts, also those without a street yet. */
export async function findDistricts(): Promise<{ id: number; name: string }[]> {
  return database().selectFrom('districts').select(['id', 'name']).orderBy('name').execute();
}
