import { describe, expect, it } from 'vitest';
import { paths } from '#paths';
import { nobody, type RoleName, type Viewer } from '#community/people/index.ts';
import type { Community } from '#community/places/index.ts';
import { firstPage, isNeighbour, menuOf } from './shell.ts';

const here: Community = {
  id: 1,
  slug: 'here',
  name: 'Here',
  nameEn: null,
  phone: null,
  officeHours: null,
  streetId: 5,
  streetName: 'S',
  districtId: 7,
  districtName: 'D',
};
function serving(...roles: RoleName[]): Viewer {
  const grants = roles.map((role) => ({
    id: role,
    role,
    communityIds: [1],
    streetId: role === 'street_supervisor' ? 5 : null,
    districtId: role === 'district_supervisor' ? 7 : null,
    placeId: null,
    unitName: null,
  }));
  return { ...nobody, kind: 'staff', personId: 'p', name: 'P', grants };
}

describe('firstPage', () => {
  it.each([
    ['community_worker', paths.queue('here')],
    ['building_chief', paths.queue('here')],
    ['street_supervisor', paths.street(5)],
    ['district_supervisor', paths.district(7)],
    ['supervisory_member', paths.board('here')],
    ['administrator', paths.administration()],
  ] as const)('opens for %s where their own work lies', (role, page) => {
    expect(firstPage(serving(role), [here])).toBe(page);
  });

  it('has none for somebody without a role', () => {
    expect(firstPage(serving(), [])).toBeNull();
  });
});

describe('menuOf', () => {
  it('marks the nearest drawer, not the one above it', () => {
    const marked = menuOf(serving('community_worker'), here, paths.entry('here')).filter((item) => item.here);
    expect(marked.map(({ drawer }) => drawer)).toEqual(['entry']);
    const voice = menuOf(serving('community_worker'), here, paths.staffVoice('here', '2026-000001')).filter((item) => item.here);
    expect(voice.map(({ drawer }) => drawer)).toEqual(['voices']);
  });

  it('keeps what people said away from whoever runs the machine', () => {
    const drawers = menuOf(serving('administrator'), here, paths.administration()).map(({ drawer }) => drawer);
    expect(drawers).toContain('administration');
    expect(drawers).not.toContain('voices');
  });
});

describe('isNeighbour', () => {
  it('is somebody who serves next door and not in the office', () => {
    expect(isNeighbour(['building_chief', 'liaison_officer'])).toBe(true);
    expect(isNeighbour(['building_chief', 'community_worker'])).toBe(false);
  });
});
