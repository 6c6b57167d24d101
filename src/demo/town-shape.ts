import type { CommunityKey } from './cast.ts';
import type { Category } from './texts/matter.ts';

// How large the town is and what it talks about in a year (method.md 6.1 and 6.2).

export type Size = 'small' | 'full';
export type Shape = {
  key: CommunityKey;
  slug: string;
  name: string;
  nameEn: string;
  estate: string;
  phone: string;
  households: number;
  buildings: number;
  units: number;
  flatsPerFloor: number;
  workers: number;
  liaisons: number;
  /** Residents who can sign in. */
  accounts: number;
  voices: number;
  /** How many of the last days everyday voices leave to the stories. */
  quietDays: number;
  categories: Partial<Record<Category, number>>;
};

export const districtName = '澄川区';
export const streetName = '榴河街道';
export const officeHours = '8:30–17:30，周六 9:00–11:30';

const A: Shape = {
  key: 'A',
  slug: 'liuhuali',
  name: '榴花里',
  nameEn: 'Liuhuali',
  estate: '榴花里小区',
  phone: '00055501234',
  households: 2980,
  buildings: 62,
  units: 196,
  flatsPerFloor: 3,
  workers: 14,
  liaisons: 40,
  accounts: 1540,
  voices: 948,
  quietDays: 0,
  categories: {
    housing: 22,
    water: 12,
    parking: 11,
    environment: 11,
    heating: 8,
    noise: 8,
    facilities: 8,
    safety: 7,
    welfare: 6,
    culture: 3,
    conduct: 1,
    thanks: 3,
  },
};
const B: Shape = {
  key: 'B',
  slug: 'liuyin',
  name: '柳荫',
  nameEn: 'Liuyin',
  estate: '柳荫小区',
  phone: '00055502345',
  households: 1640,
  buildings: 38,
  units: 112,
  flatsPerFloor: 3,
  workers: 8,
  liaisons: 22,
  accounts: 800,
  voices: 344,
  quietDays: 0,
  categories: {
    housing: 24,
    water: 9,
    parking: 14,
    environment: 11,
    heating: 5,
    noise: 10,
    facilities: 8,
    safety: 6,
    welfare: 6,
    culture: 3,
    conduct: 1,
    thanks: 3,
  },
};
const C: Shape = {
  key: 'C',
  slug: 'xinhe',
  name: '新河',
  nameEn: 'Xinhe',
  estate: '新河家园',
  phone: '00055503456',
  households: 2210,
  buildings: 14,
  units: 28,
  flatsPerFloor: 4,
  workers: 11,
  liaisons: 24,
  accounts: 1110,
  voices: 432,
  quietDays: 0,
  categories: {
    housing: 27,
    water: 7,
    parking: 16,
    environment: 10,
    heating: 3,
    noise: 13,
    facilities: 6,
    safety: 8,
    welfare: 3,
    culture: 3,
    conduct: 1,
    thanks: 3,
  },
};

/** The three communities; `small` is a tenth, but nobody works alone there. */
export function shapesOf(size: Size): Shape[] {
  return [A, B, C].map((shape) =>
    size === 'full'
      ? shape
      : {
          ...shape,
          households: Math.round(shape.households / 10),
          buildings: Math.ceil(shape.buildings / 10),
          units: Math.round(shape.units / 10),
          workers: shape.key === 'A' ? 4 : 3,
          liaisons: shape.key === 'A' ? 4 : 2,
          accounts: Math.round(shape.accounts / 10),
          voices: Math.round(shape.voices / 10),
          quietDays: shape.key === 'A' ? 9 : 0,
        },
  );
}

/** January to December; their sum is 12. */
export const monthFactors = [1.05, 0.8, 0.9, 0.9, 0.95, 1, 1.3, 1.2, 0.95, 0.85, 1.1, 1];
export const channelShares = {
  telephone: 17,
  complaint_line: 3,
  liaison_visit: 18,
  web: 15,
  blog_comment: 1,
  building_chief: 14,
  walk_in: 14,
  hotline_transfer: 12,
  paper: 6,
};
export const kindShares = { help_request: 46, complaint: 27, question: 12, opinion: 12, praise: 3 };
/** What becomes of those that don't stay open; 6 in 100 more do. */
export const outcomeShares = { confirmed: 74, documented: 9, merged: 5, referred: 4, withdrawn: 2 };
/** In a small town the stories bring most of the merged and withdrawn ones, and all that is open. */
export const outcomesBesideStories = { confirmed: 84, documented: 8, referred: 7, withdrawn: 1 };
export const ratingShares = { '5': 48, '4': 33, '3': 13, '2': 4, '1': 2 };
export const reasonShares = {
  UNREACHABLE: 25,
  ANONYMOUS: 25,
  NO_POWER_REFERRED: 12,
  UNLAWFUL_OR_IMPOSSIBLE: 8,
  NOT_NOW: 12,
  SAME_FACTS_ALREADY_ANSWERED: 8,
  RESIDENT_DECLINED_TO_CONFIRM: 10,
};
