import { m } from '#words';
import type { Stage } from '#ui/stage.ts';

// The drawers of the workbench: under which part of the method each stands, its seal and its word. Whose they are is in shell.ts.

export const groups = ['listen', 'discuss', 'act', 'house'] as const;
export type Group = (typeof groups)[number];
type Look = { group: Group; stage: Stage; seal: () => string; word: () => string };

export const drawers = {
  voices: { group: 'listen', stage: 'listen', seal: m.staff_nav_voices_seal, word: m.staff_nav_voices },
  entry: { group: 'listen', stage: 'listen', seal: m.staff_nav_entry_seal, word: m.staff_nav_entry },
  calls: { group: 'listen', stage: 'listen', seal: m.staff_nav_calls_seal, word: m.staff_nav_calls },
  chief: { group: 'listen', stage: 'listen', seal: m.staff_nav_chief_seal, word: m.staff_nav_chief },
  boxes: { group: 'listen', stage: 'listen', seal: m.staff_nav_boxes_seal, word: m.staff_nav_boxes },
  posters: { group: 'listen', stage: 'listen', seal: m.staff_nav_posters_seal, word: m.staff_nav_posters },
  hotline: { group: 'listen', stage: 'listen', seal: m.staff_nav_hotline_seal, word: m.staff_nav_hotline },
  visits: { group: 'listen', stage: 'listen', seal: m.staff_nav_visits_seal, word: m.staff_nav_visits },
  follow_ups: { group: 'listen', stage: 'evaluate', seal: m.staff_nav_follow_ups_seal, word: m.staff_nav_follow_ups },
  blog: { group: 'listen', stage: 'listen', seal: m.staff_nav_blog_seal, word: m.staff_nav_blog },
  comments: { group: 'listen', stage: 'listen', seal: m.staff_nav_comments_seal, word: m.staff_nav_comments },
  notices: { group: 'house', stage: 'listen', seal: m.staff_nav_notices_seal, word: m.staff_nav_notices },
  liaison: { group: 'listen', stage: 'listen', seal: m.liaison_nav_seal, word: m.liaison_nav },
  contact_cards: { group: 'listen', stage: 'listen', seal: m.card_nav_seal, word: m.card_nav },
  contact_links: { group: 'listen', stage: 'listen', seal: m.contact_nav_seal, word: m.contact_nav },
  consultations: { group: 'listen', stage: 'listen', seal: m.staff_nav_consultations_seal, word: m.staff_nav_consultations },
  data_requests: { group: 'house', stage: 'appreciate', seal: m.staff_nav_data_requests_seal, word: m.staff_nav_data_requests },
  board: { group: 'house', stage: 'act', seal: m.staff_nav_board_seal, word: m.staff_nav_board },
  meetings: { group: 'discuss', stage: 'discuss', seal: m.staff_nav_meetings_seal, word: m.staff_nav_meetings },
  delegations: { group: 'act', stage: 'act', seal: m.delegations_nav_seal, word: m.delegations_title },
  responsibilities: { group: 'act', stage: 'act', seal: m.responsibilities_nav_seal, word: m.responsibilities_title },
  organizations: { group: 'house', stage: 'discuss', seal: m.staff_nav_organizations_seal, word: m.staff_nav_organizations },
  channels: { group: 'house', stage: 'act', seal: m.staff_nav_channels_seal, word: m.staff_nav_channels },
  map: { group: 'house', stage: 'act', seal: m.maps_nav_seal, word: m.maps_title },
  people: { group: 'house', stage: 'appreciate', seal: m.staff_nav_people_seal, word: m.staff_nav_people },
  places: { group: 'house', stage: 'appreciate', seal: m.staff_nav_places_seal, word: m.staff_nav_places },
  street: { group: 'house', stage: 'discuss', seal: m.staff_nav_street_seal, word: m.staff_nav_street },
  district: { group: 'house', stage: 'discuss', seal: m.staff_nav_district_seal, word: m.staff_nav_district },
  administration: { group: 'house', stage: 'appreciate', seal: m.staff_nav_administration_seal, word: m.staff_nav_administration },
} as const satisfies Record<string, Look>;
export type Drawer = keyof typeof drawers;

const groupWords: Record<Group, () => string> = {
  listen: m.staff_nav_group_listen,
  discuss: m.staff_nav_group_discuss,
  act: m.staff_nav_group_act,
  house: m.staff_nav_group_house,
};

/** The menu under its headings; a group without a drawer for this viewer isn't there. */
export function grouped<Item extends { drawer: Drawer }>(menu: readonly Item[]): { group: Group; word: string; items: Item[] }[] {
  return groups
    .map((group) => ({ group, word: groupWords[group](), items: menu.filter(({ drawer }) => drawers[drawer].group === group) }))
    .filter(({ items }) => items.length > 0);
}
