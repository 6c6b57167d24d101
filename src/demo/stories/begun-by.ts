import type { Life } from '../life.ts';
import { accepted, assigned, sorted } from '../moves.ts';
import type { Community } from '../town.ts';

/** Sorted, given to the first community worker by the secretary, and taken on. */
export function begunBy(life: Life, here: Community): void {
  sorted(life);
  assigned(life, here.workers[0] ?? here.secretary, here.secretary);
  accepted(life);
}
