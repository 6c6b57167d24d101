import type { Community, PlaceLevel } from '#community/places/index.ts';
import type { PlaceSums, Section } from './place-sections.ts';

// What the two faces of this page share.

export type PlacesData = {
  community: Community;
  /** in the reader's language */
  shownName: string;
  mayManage: boolean;
  mayEdit: boolean;
  sections: Section[];
  sums: PlaceSums;
  levels: PlaceLevel[];
};

/** What was typed and went wrong, asked form by form; `key` of the intent. */
export type FormState = { values(form: string): Record<string, string>; error(id: string): string | undefined; key: string };
