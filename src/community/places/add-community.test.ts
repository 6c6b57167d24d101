import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { databaseTime } from '#foundation/server/database.ts';
import { findGrants } from '#community/people/index.ts';
import { addCommunity } from './add-community.ts';
import { addDistrict } from './add-district.ts';
import { addStreet } from './add-street.ts';
import { editCommunity, editCommunityInput } from './edit-community.ts';
import { findCommunity } from './find-communities.ts';
import { findDistricts, findStreets } from './find-streets.ts';

useDatabase();
const tag = () => randomBytes(4).toString('hex');

test('an administrator adds a district, a street and a community, and can let others in there', async () => {
  const world = await makeWorld();
  const administrator = await makePerson(world, 'administrator');
  const district = `D${tag()}`;
  const { districtId } = await addDistrict(administrator, { name: district });
  expect(await findDistricts()).toContainEqual({ id: districtId, name: district });
  const { streetId } = await addStreet(administrator, { districtId, name: 'Long Street' });
  expect(await findStreets()).toContainEqual({ id: streetId, name: 'Long Street', districtId, districtName: district });
  const slug = `c-${tag()}`;
  const { communityId } = await addCommunity(administrator, { streetId, slug, name: 'New Quay', phone: '000-1234567' });
  expect(await findCommunity(slug)).toMatchObject({ id: communityId, name: 'New Quay', phone: '000-1234567', streetName: 'Long Street' });
  const grants = await findGrants(administrator.personId ?? '', await databaseTime());
  expect(grants.some((grant) => grant.role === 'administrator' && grant.communityIds.includes(communityId))).toBe(true);

  await expect(addDistrict(administrator, { name: district })).rejects.toThrow('name: places.name-taken');
  await expect(addStreet(administrator, { districtId, name: 'Long Street' })).rejects.toThrow('name: places.name-taken');
  await expect(addStreet(administrator, { districtId: 999_999, name: 'x' })).rejects.toThrow('districtId: input.not-found');
  await expect(addCommunity(administrator, { streetId, slug, name: 'Other' })).rejects.toThrow('slug: places.slug-taken');
  await expect(addCommunity(administrator, { streetId, slug: `c-${tag()}`, name: 'New Quay' })).rejects.toThrow('name: places.name-taken');
  await expect(addCommunity(administrator, { streetId: 999_999, slug: `c-${tag()}`, name: 'x' })).rejects.toThrow(
    'streetId: input.not-found',
  );
});

test('a community is edited by its own administrator only', async () => {
  const world = await makeWorld();
  const administrator = await makePerson(world, 'administrator');
  const input = editCommunityInput.parse({
    name: 'Pomegranate Lane',
    nameEn: 'Pomegranate Lane',
    phone: '000-7654321',
    officeHours: '9–17',
  });
  await editCommunity(administrator, world.communityId, input);
  expect(await findCommunity(world.slug)).toMatchObject({ name: 'Pomegranate Lane', officeHours: '9–17' });
  await expect(editCommunity(world.secretary, world.communityId, input)).rejects.toThrow(Forbidden);
  await expect(editCommunity(administrator, (await makeWorld()).communityId, input)).rejects.toThrow(Forbidden);
  expect(editCommunityInput.safeParse({ name: 'x', phone: 'call me' }).error?.issues[0]?.message).toBe('input.not-a-phone');
});
