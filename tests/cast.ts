import { cast } from '../src/demo/cast.ts';

// One cast for tests, demo, docs and pictures.
export { cast };

/** The names of those who hold a role in community A, or on the street or in the district. */
export function namesOf(role: string): string[] {
  return cast.filter((member) => member.roles.some((one) => one.role === role && one.of !== 'B' && one.of !== 'C')).map(({ name }) => name);
}
