import { passAtHome, passUntilDay, type Life } from '../life.ts';
import { accepted, answered, assigned, confirmed, mergedInto, published, solved, sorted } from '../moves.ts';
import { burstPipe, coldStairwell, liftNoise, type Cluster } from '../texts/clusters.ts';
import type { Community, Town } from '../town.ts';
import { lastTime, tell } from './story.ts';

// Nearly the same words from several doors: a burst pipe, a humming lift, a cold stairwell.

export function clusters(town: Town, here: Community): Life[] {
  const { key } = here.shape;
  if (key === 'A')
    return [
      ...cluster(town, here, 'pipe', burstPipe, lastTime(town, '07-21')),
      ...cluster(town, here, 'cold', coldStairwell, lastTime(town, '01-12')),
    ];
  return key === 'C' ? cluster(town, here, 'lift', liftNoise, lastTime(town, '05-19')) : [];
}

function cluster(town: Town, here: Community, key: string, texts: Cluster, day: string): Life[] {
  const [first, second] = here.workers;
  const lives = texts.said.map((words, at) =>
    tell(town, here, `${key}${at}`, {
      category: texts.category,
      ago: 0,
      day,
      minute: 500 + at * 43,
      ...(at % 2 === 0 && second && { writer: second }),
      said: {
        kind: 'help_request',
        channel: at % 2 === 0 ? 'telephone' : 'web',
        placeWords: words.slice(0, 3),
        words,
        ...(at % 2 === 0 && { phone: `0009000600${at}`, responseMethod: 'phone' }),
      },
    }),
  );
  const [lead, ...others] = lives;
  if (!lead) return [];
  sorted(lead, { urgency: 'urgent', scope: 'public' });
  for (const other of others) {
    sorted(other, { urgency: 'urgent', scope: 'public' });
    mergedInto(other, lead);
  }
  assigned(lead, first ?? here.secretary, here.secretary);
  accepted(lead);
  passUntilDay(lead, 3);
  answered(lead, texts.answer);
  solved(lead, 5);
  published(lead, texts.title, texts.outcome);
  for (const other of others) {
    other.at = new Date(Math.max(other.at.getTime(), (lead.answered ?? other.at).getTime()));
    passAtHome(other, 0, 2);
    if (others.indexOf(other) % 3 !== 2) confirmed(other, 4 + (others.indexOf(other) % 2));
  }
  return lives;
}
