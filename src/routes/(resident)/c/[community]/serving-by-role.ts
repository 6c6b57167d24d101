import type { RoleName, WhoServes } from '#community/people/index.ts';
import { m } from '#words';

const order: RoleName[] = [
  'community_secretary',
  'community_worker',
  'liaison_officer',
  'building_chief',
  'property_manager',
  'supervisory_member',
  'street_supervisor',
];

export type RoleGroup = { role: RoleName; word: string; people: WhoServes[] };

/** Who serves here, role by role in the order in which one would turn to them. */
export function servingByRole(serving: readonly WhoServes[]): RoleGroup[] {
  return order.flatMap((role) => {
    const people = serving.filter((person) => person.roles.includes(role));
    return people.length > 0 ? [{ role, word: m[`people_role_${role}`](), people }] : [];
  });
}

/** A name, and for whom next door they are there. */
export function nameWithPlace({ name, place }: WhoServes): string {
  return place ? m.resident_who_serves_at({ name, place }) : name;
}
