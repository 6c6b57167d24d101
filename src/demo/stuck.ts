import { begun } from './course.ts';
import { passUntilDay, type Life } from './life.ts';
import { answered, escalated, extended, reopened, scheduled, sorted, waiting } from './moves.ts';
import { randomFrom } from './random.ts';
import { extensions, hardReasons, schedules, unsolvedWords, waits } from './texts/replies.ts';
import { matters } from './texts/index.ts';
import { ahead, tell } from './stories/story.ts';
import type { Community, Town } from './town.ts';
import { fill, somewhere } from './speaking.ts';

// In a large town more is left open than what came in this week: waiting, put on a date, late, not yet solved.

const ways = ['late', 'waiting', 'scheduled', 'escalated', 'answered', 'reopened'] as const;
const share = 0.03;

export function stuckIn(town: Town, community: Community): Life[] {
  const count = Math.floor(community.shape.voices * share) - (community.shape.key === 'A' ? 14 : 0);
  return Array.from({ length: Math.max(community.shape.key === 'A' ? 0 : 1, count) }, (_, at) => stuck(town, community, at));
}

function stuck(town: Town, community: Community, at: number): Life {
  const random = randomFrom(`stuck ${at} in ${community.shape.slug} on ${town.today}`);
  const category = random.pick(['housing', 'water', 'parking', 'environment', 'noise', 'safety'] as const);
  const matter = random.pick(matters[category].filter((each) => each.said.help_request));
  const [words = '', answer] = random.pick(matter.said.help_request ?? []).split(' → ');
  const way = ways[at % ways.length] ?? 'late';
  const home = somewhere(community, random);
  const ago = {
    late: random.int(6, 7),
    waiting: random.int(6, 9),
    scheduled: random.int(8, 30),
    escalated: random.int(4, 7),
    answered: 6,
    reopened: random.int(9, 12),
  }[way];
  const life = tell(town, community, `stuck${at}`, {
    category,
    ago,
    home,
    writer: random.pick(community.workers),
    said: {
      kind: 'help_request',
      channel: 'walk_in',
      phone: '00090007000',
      responseMethod: 'phone',
      placeId: home.unitId,
      placeWords: undefined,
      words: fill(words, home, random),
    },
  });
  sorted(life);
  begun(life, matter);
  if (way === 'waiting') {
    extended(life, 10, random.pick(extensions));
    waiting(life, random.pick(waits), 6);
  }
  if (way === 'scheduled') scheduled(life, random.pick(schedules), ahead(town, random.int(10, 90)));
  if (way === 'escalated') escalated(life, random.pick(hardReasons), 15);
  if (way === 'answered' || way === 'reopened') {
    passUntilDay(life, 4);
    answered(life, answer ?? fill(random.pick(matter.answers), home, random));
    if (way === 'reopened') reopened(life, random.pick(unsolvedWords), 1, 2);
  }
  return life;
}
