import type { Calendar } from '#foundation/calendar/index.ts';
import type { Act } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import type { CommunityKey } from './cast.ts';
import type { Shape } from './town-shape.ts';

// The town once its houses and people stand, as the stories need it.

export type Flat = { id: string; room: string; floor: number };
export type Unit = { id: string; number: number; name: string; flats: Flat[] };
export type Building = { id: string; number: number; name: string; units: Unit[] };
export type Land = { id: number; shape: Shape; buildings: Building[] };

export type Person = {
  id: string;
  key: string;
  name: string;
  phone: string;
  viewer: Viewer;
  from: Date;
  until: Date | null;
  home: Home | null;
};
/** Where somebody lives, in the words that fill the slots of a text. */
export type Home = { flatId: string; unitId: string; building: string; where: string; floor: string; room: string };

export type Community = Land & {
  secretary: Person;
  workers: Person[];
  liaisons: Person[];
  chiefs: Person[];
  property: Person;
  supervisory: Person;
  street: Person;
  residents: Person[];
};

export type Town = {
  /** The day it is planted, in Shanghai; nothing happens from its beginning on. */
  today: string;
  horizon: Date;
  calendar: Calendar;
  communities: Record<CommunityKey, Community>;
  person(key: string): Person;
};

/** What planting works with: one transaction, in which every step has a time of its own and nobody is told. */
export type Ground = Pick<Act, 'trx'> & { today: string; calendar: Calendar };
