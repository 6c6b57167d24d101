import { submitVoiceInput, type Channel, type SubmitVoice, type VoiceKind } from '#listen/voices/index.ts';
import { newName } from './names.ts';
import { atMinute, workingDayBefore } from './office-hours.ts';
import { homeAt } from './plant-people.ts';
import type { Random } from './random.ts';
import type { Community, Home, Person, Town } from './town.ts';

// How somebody comes to speak: by which way, at what hour, from where, under which name.

const durations = ['三天', '快一个星期', '一个多星期', '十来天', '半个月', '一个月'];
const moments = ['昨晚', '前天', '今天早上', '昨天下午', '上个周末'];
const responses: Record<Channel, SubmitVoice['responseMethod']> = {
  liaison_visit: 'visit',
  building_chief: 'phone',
  walk_in: 'phone',
  telephone: 'phone',
  complaint_line: 'phone',
  paper: 'paper',
  web: 'page',
  blog_comment: 'page',
  hotline_transfer: 'phone',
};
/** From which to which minute of the day. */
const hours: Record<Channel, [number, number]> = {
  liaison_visit: [540, 1080],
  building_chief: [480, 1170],
  walk_in: [525, 1030],
  telephone: [500, 1200],
  complaint_line: [500, 1260],
  paper: [540, 990],
  web: [390, 1415],
  blog_comment: [420, 1380],
  hotline_transfer: [540, 970],
};

/** A text as somebody says it: slots filled, now and then in a hurry. */
export function say(text: string, home: Home | null, random: Random): string {
  const filled = fill(text, home, random);
  return random.chance(0.08) ? hurried(filled, random) : filled;
}

/** Fills the slots of a text. */
export function fill(text: string, home: Home | null, random: Random): string {
  const slots: Record<string, string> = {
    where: home?.where ?? '我们单元',
    building: home?.building ?? '我们楼',
    floor: home?.floor ?? '顶楼',
    room: home?.room ?? '我家',
    days: random.pick(durations),
    when: random.pick(moments),
  };
  return text.replaceAll(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? '').replaceAll('我家我家', '我家');
}

export function somewhere(community: Community, random: Random): Home {
  const building = random.pick(community.buildings);
  const unit = random.pick(building.units);
  return homeAt(building, unit, random.pick(unit.flats));
}

/** The hour somebody speaks on a day; what staff write down waits for a working day. */
export function speakAt(town: Town, channel: Channel, day: string, random: Random): Date {
  const [from, to] = hours[channel];
  const atDesk = channel === 'walk_in' || channel === 'paper' || channel === 'hotline_transfer' || channel === 'liaison_visit';
  const open = atDesk ? workingDayBefore(town.calendar, day, 0) : day;
  return new Date(atMinute(open, random.int(from, to)).getTime() + random.int(0, 59) * 1000 + random.int(0, 999));
}

/** Who writes it down for the speaker; null when they write themselves. */
export function writerOf(community: Community, channel: Channel, at: Date, home: Home | null, random: Random): Person | null {
  if (channel === 'web' || channel === 'blog_comment') return null;
  if (channel === 'liaison_visit') return random.pick(community.liaisons.filter((one) => !one.until && served(one, at)));
  const chief = community.chiefs[Number.parseInt(home?.building ?? '1', 10) - 1];
  if (channel === 'building_chief' && chief) return chief;
  return random.pick(community.workers);
}

type Spoken = { words: string; kind: VoiceKind; channel: Channel; home: Home | null; anonymous?: boolean; reachable?: boolean };

/** All the fields of a submission, as this channel and this person would fill them. */
export function submission(random: Random, spoken: Spoken): SubmitVoice {
  const { words, kind, channel, home, anonymous = false, reachable = true } = spoken;
  const named = !anonymous && random.chance(0.4);
  const phone = `0009${String(random.int(0, 9_999_999)).padStart(7, '0')}`;
  const calls = responses[channel] !== 'page' || (!anonymous && random.chance(0.5));
  return submitVoiceInput.parse({
    words,
    kind,
    channel,
    privacy: anonymous ? 'anonymous' : named ? 'named' : 'confidential',
    ...(home ? { placeId: random.chance(0.3) && !anonymous ? home.flatId : home.unitId } : anonymous && { placeWords: '小区里' }),
    ...(!anonymous && reachable && { name: newName(random), ...(calls && { phone }) }),
    responseMethod: anonymous || !reachable ? 'page' : responses[channel],
    mayPublish: random.chance(0.7),
    vitalInterest: random.chance(0.06),
  });
}

/** As thumbs type: no punctuation, and one character that sounds the same. */
function hurried(text: string, random: Random): string {
  const [right, wrong] = random.pick([
    ['的', '滴'],
    ['没', '莫'],
    ['怎么', '肿么'],
    ['在', '再'],
    ['漏', '露'],
    ['坏', '怀'],
    ['那', '哪'],
  ] as const);
  return text
    .replaceAll(/[，。、！]/g, ' ')
    .trim()
    .replace(right, wrong);
}

/** 沈秀英 began in June; before that nobody writes in her name. */
function served(one: Person, at: Date): boolean {
  return one.from <= at;
}
