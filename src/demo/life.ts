import { shanghaiDay, startOfShanghaiDay } from '#foundation/calendar/index.ts';
import type { How } from '#foundation/server/perform.ts';
import { nobody, type Viewer } from '#community/people/index.ts';
import type { SubmitVoice, VoiceRef } from '#listen/voices/index.ts';
import { atMinute, whenOpen, workingDayBefore } from './office-hours.ts';
import type { PictureName, Category } from './texts/matter.ts';
import type { Random } from './random.ts';
import type { Community, Home, Person, Town } from './town.ts';

// The life of one voice, written down before it is played: who does what with it, and when.

/** What is there when a step is played; `numberOf` tells the number another voice was given. */
export type Played = { viewer: Viewer; ref: VoiceRef; how: How; numberOf: (life: string) => string };
export type Step =
  | { kind: 'submit'; at: Date; life: string; community: Community; viewer: Viewer; input: SubmitVoice; pictures: PictureName[] }
  | { kind: 'move'; at: Date; life: string; by: Person | 'speaker'; does: (played: Played) => Promise<unknown> };

export type Life = {
  readonly key: string;
  readonly town: Town;
  readonly community: Community;
  readonly random: Random;
  readonly category: Category;
  readonly input: SubmitVoice;
  readonly received: Date;
  readonly home: Home | null;
  steps: Step[];
  at: Date;
  /** Who sorts, assigns and calls back: a worker; the secretary when somebody is complained about; the street above. */
  office: Person;
  owner: Person;
  /** 1, and one more for every reopening. */
  round: number;
  answered: Date | null;
  /** The beginning of the day of planting has been reached; what would follow stays open. */
  over: boolean;
};

export type Beginning = {
  key: string;
  community: Community;
  category: Category;
  at: Date;
  input: SubmitVoice;
  /** Whoever wrote it down, a signed-in resident, or nobody in particular. */
  by?: Person | null;
  office?: Person;
  /** Where it happened, for the slots of the answer. */
  home?: Home | null;
  pictures?: PictureName[];
};

/** A voice is heard. */
export function begin(town: Town, random: Random, start: Beginning): Life {
  const { community, key, category, input, at } = start;
  const office = start.office ?? random.pick(community.workers.slice(0, 3));
  const life: Life = {
    key,
    town,
    community,
    random,
    category,
    input,
    received: at,
    home: start.home ?? null,
    at,
    office,
    owner: office,
    round: 1,
    steps: [],
    answered: null,
    over: at >= town.horizon,
  };
  const viewer = start.by?.viewer ?? nobody;
  if (!life.over) life.steps.push({ kind: 'submit', at, life: key, community, viewer, input, pictures: start.pictures ?? [] });
  return life;
}

/** Lets time go by, at least `from` minutes, until the office is open. */
export function pass(life: Life, from: number, to: number): void {
  const later = new Date(life.at.getTime() + life.random.int(from, to) * 60_000);
  life.at = whenOpen(life.town.calendar, later, life.random.int(0, 70));
}

/** Lets time go by until office hours of the `count`-th working day after the voice was received, if that is still ahead. */
export function passUntilDay(life: Life, count: number): void {
  const day = workingDayAfter(life, life.received, count);
  const at = atMinute(day, life.random.int(9 * 60, 16 * 60 + 40));
  life.at = at > life.at ? at : new Date(life.at.getTime() + life.random.int(5, 40) * 60_000);
}

/** Lets time go by until somebody at home has a moment: some days later, in the evening or at the weekend. */
export function passAtHome(life: Life, fromDays: number, toDays: number): void {
  const day = startOfShanghaiDay(shanghaiDay(new Date(life.at.getTime() + life.random.int(fromDays, toDays) * 86_400_000)));
  const evening = new Date(day.getTime() + life.random.int(18 * 60, 21 * 60 + 30) * 60_000);
  life.at = evening > life.at ? evening : new Date(life.at.getTime() + life.random.int(20, 90) * 60_000);
}

export function workingDayAfter(life: Life, from: Date, count: number): string {
  return workingDayBefore(life.town.calendar, shanghaiDay(from), 0 - count);
}

/** Writes down the next step, unless it lies beyond the day of planting. */
export function writeDown(life: Life, by: Person | 'speaker', does: (played: Played) => Promise<unknown>): void {
  if (life.at >= life.town.horizon) life.over = true;
  if (!life.over) life.steps.push({ kind: 'move', at: life.at, life: life.key, by, does });
}
