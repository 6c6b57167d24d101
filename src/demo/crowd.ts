import { shiftDay } from '#foundation/calendar/index.ts';
import { kinds, type Channel, type VoiceKind } from '#listen/voices/index.ts';
import { courseOf, type Outcome } from './course.ts';
import { begin, type Life } from './life.ts';
import { atMinute } from './office-hours.ts';
import { randomFrom, shares, type Random } from './random.ts';
import { say, somewhere, speakAt, submission, writerOf } from './speaking.ts';
import { matters } from './texts/index.ts';
import type { Category, Matter } from './texts/matter.ts';
import { channelShares, kindShares, monthFactors, outcomesBesideStories, outcomeShares } from './town-shape.ts';
import type { Community, Home, Town } from './town.ts';

// A year of everyday voices of one community, in the proportions of a real one.

type Plan = { day: string; category: Category; channel: Channel; kind: VoiceKind; outcome: Outcome };
type Saying = { matter: Matter; kind: VoiceKind; words: string; answer: string | undefined };

/** `count` lives; the merged ones say what a neighbour has just said. */
export function crowdOf(town: Town, community: Community, count: number): Life[] {
  const random = randomFrom(`crowd of ${community.shape.slug} on ${town.today}`);
  const shown = new Map<Matter, number>();
  const told: Told[] = [];
  plans(town, community, count, random).forEach((plan, at) => {
    const lead = plan.outcome === 'merged' ? leadFor(told, plan.day, random) : undefined;
    const saying = pickSaying(lead ? [lead.matter] : mattersFor(plan), plan, random);
    const home = lead ? lead.home : random.chance(0.06) ? null : somewhere(community, random);
    const category = lead?.life.category ?? plan.category;
    const life = start(town, community, random, { ...plan, category, key: `${community.shape.key}${at}`, saying, home });
    const outcome = plan.outcome === 'merged' && !lead ? 'confirmed' : plan.outcome;
    courseOf(life, { outcome, matter: saying.matter, answer: saying.answer, lead: lead?.life, shown });
    told.push({ life, matter: saying.matter, answer: saying.answer, home: life.home, outcome });
  });
  return told.map(({ life }) => life);
}

type Told = { life: Life; matter: Matter; answer: string | undefined; home: Home | null; outcome: Outcome };

/** Something a neighbour said in the last days that is still being worked on. */
function leadFor(told: Told[], day: string, random: Random): Told | undefined {
  const morning = atMinute(day, 0).getTime();
  const fitting = told
    .slice(-25)
    .filter(
      ({ life, home, answer, outcome }) =>
        outcome === 'confirmed' &&
        !answer &&
        home !== null &&
        life.round === 1 &&
        !life.input.accusedWords &&
        life.received.getTime() < morning &&
        (life.answered?.getTime() ?? 0) > morning + 2 * 86_400_000,
    );
  return fitting.length > 0 ? random.pick(fitting) : undefined;
}

function start(town: Town, community: Community, random: Random, plan: Plan & { key: string; saying: Saying; home: Home | null }): Life {
  const { saying, category, key } = plan;
  const anonymous = plan.outcome === 'documented' && random.chance(0.25);
  const channel = anonymous ? random.pick(['web', 'paper', 'complaint_line', 'telephone'] as const) : plan.channel;
  const resident =
    channel === 'web' && !anonymous && plan.outcome !== 'merged' && random.chance(0.4) ? random.pick(community.residents) : null;
  const home = resident?.home ?? plan.home;
  const at = speakAt(town, channel, plan.day, random);
  const input = submission(random, { words: say(saying.words, home, random), kind: saying.kind, channel, home, anonymous });
  if (resident) Object.assign(input, { name: resident.name, phone: resident.phone });
  const walled = category === 'conduct';
  if (walled) Object.assign(input, { accusedWords: '窗口值班的人', mayPublish: false });
  const by = resident ?? writerOf(community, channel, at, home, random);
  const pictures = saying.matter.photo && random.chance(0.25) ? [saying.matter.photo] : [];
  return begin(town, random, { key, community, category, at, input, by, home, pictures, ...(walled && { office: community.secretary }) });
}

/** Only some matters can be handed to somebody outside. */
function mattersFor({ category, outcome }: Plan): Matter[] {
  const outside = matters[category].filter((matter) => matter.outside);
  return outcome === 'referred' && outside.length > 0 ? outside : matters[category];
}

/** A text may bring its own answer along, after an arrow; then it isn't quite the matter that others share or take over. */
function pickSaying(of: Matter[], { kind: wanted, outcome }: Plan, random: Random): Saying {
  const all = of.flatMap((matter) => kinds.flatMap((kind) => (matter.said[kind] ?? []).map((text) => ({ matter, kind, text }))));
  const plain = all.filter(({ text }) => !text.includes(' → '));
  const said = (outcome === 'referred' || outcome === 'merged') && plain.length > 0 ? plain : all;
  const fitting = said.filter(({ kind }) => kind === wanted);
  const { text, ...rest } = random.pick(fitting.length > 0 ? fitting : said);
  const [words = '', answer] = text.split(' → ');
  return { ...rest, words, answer };
}

/** Every voice gets its day, category, channel, kind and outcome; praise is praised, heating is cold in winter only. */
function plans(town: Town, { shape }: Community, count: number, random: Random): Plan[] {
  const days = daysOf(town.today, count, shape.quietDays, random);
  const categories = random.shuffle(shares(count, shape.categories));
  const cold = days.map((day, at) => ({ at, winter: ['11', '12', '01', '02', '03'].includes(day.slice(5, 7)) }));
  const heating = new Set(
    random
      .shuffle(cold.filter(({ winter }) => winter))
      .slice(0, categories.filter((each) => each === 'heating').length)
      .map(({ at }) => at),
  );
  const others = categories.filter((each) => each !== 'heating');
  const channels = random.shuffle(shares(count, channelShares));
  const wanted = random.shuffle(shares(count, kindShares));
  const outcomes = random.shuffle(shares(count, shape.voices > 300 ? outcomeShares : outcomesBesideStories));
  return days.map((day, at) => {
    const given = heating.has(at) ? 'heating' : (others.pop() ?? 'housing');
    const outside = matters[given].some((matter) => matter.outside);
    const category =
      outcomes[at] === 'referred' && !outside ? random.pick(['water', 'parking', 'environment', 'facilities', 'safety'] as const) : given;
    return {
      day,
      category,
      channel: channels[at] ?? 'telephone',
      kind: category === 'thanks' ? 'praise' : (wanted[at] ?? 'help_request'),
      outcome: outcomes[at] ?? 'confirmed',
    };
  });
}

/** Days of the last year, more of them in busy months; in order. The last days belong to the stories. */
function daysOf(today: string, count: number, quiet: number, random: Random): string[] {
  const year = Array.from({ length: 365 - quiet }, (_, at) => shiftDay(today, at - 365));
  const weights = year.map((day) => monthFactors[Number(day.slice(5, 7)) - 1] ?? 1);
  const sum = weights.reduce((so, weight) => so + weight, 0);
  const days: string[] = [];
  let passed = 0;
  year.forEach((day, at) => {
    passed += weights[at] ?? 1;
    while (days.length < count && (days.length + random.next()) / count < passed / sum) days.push(day);
  });
  while (days.length < count) days.push(shiftDay(today, -1 - quiet));
  return days;
}
