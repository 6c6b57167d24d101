import { m } from '#words';

const words: Record<string, () => string> = {
  resident: m.people_role_resident,
  building_chief: m.people_role_building_chief,
  liaison_officer: m.people_role_liaison_officer,
  community_worker: m.people_role_community_worker,
  community_secretary: m.people_role_community_secretary,
  supervisory_member: m.people_role_supervisory_member,
  property_manager: m.people_role_property_manager,
  street_supervisor: m.people_role_street_supervisor,
  district_supervisor: m.people_role_district_supervisor,
  administrator: m.people_role_administrator,
};

/** The name of a role in the reader's language. */
export function roleWord(role: string): string {
  return words[role]?.() ?? role;
}
