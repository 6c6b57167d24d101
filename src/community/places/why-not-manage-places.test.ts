import { expect, test } from 'vitest';
import { nobody, roleNames, type RoleName, type Viewer } from '#community/people/index.ts';
import { whyNotAdminister } from './why-not-administer.ts';
import { whyNotEditCommunity } from './edit-community.ts';
import { whyNotManagePlaces, whyNotSeePlaces } from './why-not-manage-places.ts';

function viewer(role: RoleName, communityId = 1): Viewer {
  const grant = { id: 'g', role, communityIds: [communityId], streetId: null, districtId: null, placeId: null, unitName: null };
  return { ...nobody, kind: 'staff', personId: 'p', grants: [grant] };
}
const allowed = (why: (viewer: Viewer, communityId: number) => string | null) => roleNames.filter((role) => why(viewer(role), 1) === null);

test('who may do what with places', () => {
  expect(allowed(whyNotManagePlaces)).toEqual(['community_secretary', 'administrator']);
  expect(allowed(whyNotSeePlaces)).toEqual(['community_worker', 'community_secretary', 'administrator']);
  expect(allowed(whyNotEditCommunity)).toEqual(['administrator']);
  expect(allowed(whyNotAdminister)).toEqual(['administrator']);
});

test('a role elsewhere or nobody at all does not count', () => {
  expect(whyNotManagePlaces(viewer('administrator', 2), 1)).toBe('access.not-yours');
  expect(whyNotManagePlaces(nobody, 1)).toBe('sign-in.needed');
  expect(whyNotAdminister(nobody)).toBe('sign-in.needed');
});
