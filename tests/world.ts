import { randomBytes } from 'node:crypto';
import { newId } from '#foundation/ids.ts';
import { openSubjectKey, phoneIndex } from '#foundation/personal/index.ts';
import { database } from '#foundation/server/database.ts';
import { keepPerson, nobody, type Grant, type RoleName, type Viewer } from '#community/people/index.ts';

// Builders for tests: every test makes a community of its own, so that tests never meet.

export type World = {
  districtId: number;
  streetId: number;
  communityId: number;
  slug: string;
  worker: Viewer;
  colleague: Viewer;
  secretary: Viewer;
  street: Viewer;
};

/** A community with two workers, a secretary and a street supervisor. */
export async function makeWorld(): Promise<World> {
  const tag = randomBytes(5).toString('hex');
  const db = database();
  const district = await db
    .insertInto('districts')
    .values({ name: `D${tag}` })
    .returning('id')
    .executeTakeFirstOrThrow();
  const street = await db
    .insertInto('streets')
    .values({ district_id: district.id, name: `S${tag}` })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { communityId, slug } = await makeCommunity(street.id);
  const at = { communityId, streetId: street.id, districtId: district.id };
  return {
    ...at,
    slug,
    worker: await makePerson(at, 'community_worker', 'Worker'),
    colleague: await makePerson(at, 'community_worker', 'Colleague'),
    secretary: await makePerson(at, 'community_secretary', 'Secretary'),
    street: await makePerson(at, 'street_supervisor', 'Street'),
  };
}

export async function makeCommunity(streetId: number): Promise<{ communityId: number; slug: string }> {
  const slug = `c-${randomBytes(5).toString('hex')}`;
  const made = await database()
    .insertInto('communities')
    .values({ street_id: streetId, slug, name: slug })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { communityId: made.id, slug };
}

type Where = { communityId: number; streetId: number; districtId: number; placeId?: string };

/** A person with one role that began long ago, as the viewer they are once signed in. */
export async function makePerson(where: Where, role: RoleName, name: string = role): Promise<Viewer> {
  const db = database();
  const personId = await db.transaction().execute((trx) => keepPerson({ trx, now: new Date() }, { name, published: role !== 'resident' }));
  const scope = {
    district_id: role === 'district_supervisor' ? where.districtId : null,
    street_id: role === 'street_supervisor' ? where.streetId : null,
    community_id: role === 'district_supervisor' || role === 'street_supervisor' ? null : where.communityId,
  };
  const id = newId();
  await db
    .insertInto('roles')
    .values({ id, person_id: personId, role, ...scope, place_id: where.placeId ?? null, starts_at: new Date('2020-01-01') })
    .execute();
  const grant: Grant = {
    id,
    role,
    communityIds: [where.communityId],
    streetId: scope.street_id,
    districtId: scope.district_id,
    placeId: where.placeId ?? null,
    unitName: null,
  };
  return { ...nobody, kind: role === 'resident' ? 'resident' : 'staff', personId, name, grants: [grant] };
}

/** Gives somebody a telephone number, as it stands in the database. */
export async function givePhone({ personId }: { personId: string | null }, phone: string): Promise<void> {
  const id = personId ?? '';
  const key = await openSubjectKey(database(), { communityId: 0, id });
  const sealed = key?.seal({ table: 'people', column: 'phone_sealed', row: id }, phone) ?? null;
  await database()
    .updateTable('people')
    .set({ phone_sealed: sealed, phone_index: phoneIndex(phone) })
    .where('id', '=', id)
    .execute();
}

/** The viewer somebody becomes by entering number and query code. */
export function holderOf(communityId: number, voiceId: string): Viewer {
  return { ...nobody, kind: 'holder', holds: { communityId, voiceId } };
}
