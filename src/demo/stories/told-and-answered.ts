import { passUntilDay, type Life } from '../life.ts';
import { accepted, answered, assigned, sorted } from '../moves.ts';
import type { Community, Town } from '../town.ts';
import { tell, type Story } from './story.ts';

/** A story that goes the usual way: told, sorted, taken on, and answered on the fourth working day. */
export function toldAndAnswered(town: Town, here: Community, key: string, story: Story, answer: string): Life {
  const life = tell(town, here, key, story);
  sorted(life);
  assigned(life, here.workers[1] ?? here.secretary);
  accepted(life);
  passUntilDay(life, 4);
  answered(life, answer);
  return life;
}
