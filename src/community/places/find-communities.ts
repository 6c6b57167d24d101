import { database } from '#foundation/server/database.ts';

export type Community = {
  id: number;
  slug: string;
  name: string;
  nameEn: string | null;
  phone: string | null;
  officeHours: string | null;
  streetId: number;
  streetName: string;
  districtId: number;
  districtName: string;
};

/** All communities of this installation, by district and street. */
export async function findCommunities(): Promise<Community[]> {
  return communities().orderBy('districts.name').orderBy('streets.name').orderBy('communities.id').execute();
}

/** One community by its name in the address bar; null when there is none. */
export async function findCommunity(slug: string): Promise<Community | null> {
  return (await communities().where('communities.slug', '=', slug).executeTakeFirst()) ?? null;
}

function communities() {
  return database()
    .selectFrom('communities')
    .innerJoin('streets', 'streets.id', 'communities.street_id')
    .innerJoin('districts', 'districts.id', 'streets.district_id')
    .select([
      'communities.id',
      'communities.slug',
      'communities.name',
      'communities.name_en as nameEn',
      'communities.phone',
      'communities.office_hours as officeHours',
      'streets.id as streetId',
      'streets.name as streetName',
      'districts.id as districtId',
      'districts.name as districtName',
    ]);
}
