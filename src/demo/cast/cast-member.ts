import type { RoleName } from '#community/people/index.ts';

// Somebody in the demo town, as told before the town is planted: who they are, where they live and what they serve as.

export type CommunityKey = 'A' | 'B' | 'C';
/** Building, stairwell and flat, as on the door: [3, 2, 302]. */
type Door = [building: number, unit: number, room: number];

export type CastRole = {
  role: RoleName;
  /** `street`, `district`, or one of the communities. */
  of: CommunityKey | 'street' | 'district';
  /** The flat of a resident; for chiefs and liaison officers the building they look after. */
  door?: Door;
  building?: number;
  /** A flat shared by two tenants counts as two households. */
  part?: '甲间' | '乙间';
  unitName?: string;
  /** Until or from the last first of June, or until some weeks ago. */
  until?: 'june' | 'lately';
  from?: 'june';
};

export type CastMember = {
  /** Also the user name of those who serve. */
  key: string;
  name: string;
  phone: string;
  age: number;
  locale?: 'en';
  /** Who they are, in one line for the sign-in page of a demo. */
  persona: { zh: string; en: string };
  roles: CastRole[];
};
