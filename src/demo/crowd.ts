import { shiftDay } from '#foundation/calendar/index.ts';
import type { Channel, VoiceKind } from '#listen/voices/index.ts';
import { courseOf, type Outcome } from './course.ts';
import { begin, type Life } from './life.ts';
import { atMinute } from './office-hours.ts';
import { randomFrom, shares, type Random } from './random.ts';
import { fill, somewhere, speakAt, submission, writerOf } from './speaking.ts';
import { matters } from './texts/index.ts';
import type { Category, Matter } from './texts/matter.ts';
import { channelShares, kindShares, monthFactors, outcomeShares } from './town-shape.ts';
import type { Community, Home, Town } from './town.ts';

// A year of everyday voices of one community, in the proportions of a real one.

type Plan = { day: string; category: Category; channel: Channel; kind: VoiceKind; outcome: Outcome };
type Saying = { matter: Matter; kind: VoiceKind; words: string };

/** `count` lives; some are told twice, because a neighbour said the same (the merged ones). */
export function crowdOf(town: Town, community: Community, count: number): Life[] {
  const random = randomFrom(`crowd of ${community.shape.slug} on ${town.today}`);
  const shown = new Map<Matter, number>();
  const lives: Life[] = [];
  plans(town, community, count, random).forEach((plan, at) => {
    const key = `${community.shape.key}${at}`;
    const lead = plan.outcome === 'merged' ? leadFor(lives, plan.day, random) : undefined;
    const category = lead?.life.category ?? plan.category;
    const saying = lead ? pickSaying([lead.matter], plan.kind, random) : pickSaying(matters[category], plan.kind, random);
    const home = lead?.home ?? (random.chance(0.06) ? null : somewhere(community, random));
    const started = start(town, community, random, { ...plan, category, key, saying, home, outcome: lead || plan.outcome !== 'merged' ? plan.outcome : 'confirmed' });
    courseOf(started.life, { ...started, matter: saying.matter, lead: lead?.life, shown });
    lives.push(started.life);
    remember(started.life, { matter: saying.matter, home, outcome: started.outcome });
  });
  return lives;
}

type Known = { matter: Matter; home: Home | null; outcome: Outcome };
const known = new WeakMap<Life, Known>();

function remember(life: Life, what: Known): void {
  known.set(life, what);
}

/** A voice of the last days about a shared matter that is still being worked on. */
function leadFor(lives: Life[], day: string, random: Random): { life: Life; matter: Matter; home: Home | null } | undefined {
  const latest = atMinute(day, 0).getTime();
  const fitting = lives.slice(-25).flatMap((life) => {
    const facts = known.get(life);
    const open = life.answered !== null && life.answered.getTime() > latest + 3 * 86_400_000 && life.received.getTime() < latest;
    const plain = facts && facts.outcome === 'confirmed' && !life.input.accusedWords && life.past.length === 1;
    return open && plain && facts.home ? [{ life, matter: facts.matter, home: facts.home }] : [];
  });
  return fitting.length > 0 ? random.pick(fitting) : undefined;
}

function start(town: Town, community: Community, random: Random, plan: Plan & { key: string; saying: Saying; home: Home | null }) {
  const { saying, home, category, outcome, key } = plan;
  const anonymous = outcome === 'documented' && random.chance(0.25);
  const channel = anonymous ? random.pick(['web', 'paper', 'complaint_line', 'telephone'] as const) : plan.channel;
  const at = speakAt(town, channel, plan.day, random);
  const spoken = { words: fill(saying.words, home, random), kind: saying.kind, channel, home, anonymous };
  const input = submission(random, spoken);
  if (category === 'conduct') Object.assign(input, { accusedWords: '窗口值班的人', mayPublish: false });
  const by = writerOf(community, channel, at, home, random);
  const office = category === 'conduct' ? { office: community.secretary } : {};
  const pictures = saying.matter.photo && random.chance(0.25) ? [saying.matter.photo] : [];
  return { life: begin(town, random, { key, community, category, at, input, by, pictures, ...office }), outcome, anonymous, home };
}

function pickSaying(of: Matter[], kind: VoiceKind, random: Random): Saying {
  const said = of.flatMap((matter) => Object.entries(matter.said).flatMap(([each, texts]) =>
    texts.map((words) => ({ matter, kind: each as VoiceKind, words }))));
  const wanted = said.filter((saying) => saying.kind === kind);
  return random.pick(wanted.length > 0 ? wanted : said);
}

/** Every voice gets its day, category, channel, kind and outcome; praise is praised, heating is cold in winter only. */
function plans(town: Town, { shape }: Community, count: number, random: Random): Plan[] {
  const days = daysOf(town.today, count, random);
  const categories = random.shuffle(shares(count, shape.categories));
  const cold = days.map((day, at) => ({ at, winter: ['11', '12', '01', '02', '03'].includes(day.slice(5, 7)) }));
  const heating = new Set(random.shuffle(cold.filter(({ winter }) => winter)).slice(0, categories.filter((each) => each === 'heating').length).map(({ at }) => at));
  const others = categories.filter((each) => each !== 'heating');
  const channels = random.shuffle(shares(count, channelShares));
  const kinds = random.shuffle(shares(count, kindShares));
  const outcomes = random.shuffle(shares(count, outcomeShares));
  return days.map((day, at) => {
    const category = heating.has(at) ? 'heating' : (others.pop() ?? 'housing');
    return { day, category, channel: channels[at] ?? 'telephone', kind: category === 'thanks' ? 'praise' : (kinds[at] ?? 'help_request'), outcome: outcomes[at] ?? 'confirmed' };
  });
}

/** Days of the last year, more of them in busy months; in order. */
function daysOf(today: string, count: number, random: Random): string[] {
  const year = Array.from({ length: 365 }, (_, at) => shiftDay(today, at - 365));
  const weights = year.map((day) => monthFactors[Number(day.slice(5, 7)) - 1] ?? 1);
  const sum = weights.reduce((so, weight) => so + weight, 0);
  const days: string[] = [];
  let passed = 0;
  year.forEach((day, at) => {
    passed += weights[at] ?? 1;
    while (days.length < count && (days.length + random.next()) / count < passed / sum) days.push(day);
  });
  while (days.length < count) days.push(shiftDay(today, -1));
  return days;
}
