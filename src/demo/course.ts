import type { ReasonCode } from '#listen/voices/index.ts';
import { passUntilDay, type Life } from './life.ts';
import {
  accepted, added, answered, asked, assigned, caller, closedWithout, confirmed, declined, extended, mergedInto, noted, published,
  referralAccepted, referralAsked, reopened, resumed, solved, sorted, waiting, withdrawn,
} from './moves.ts';
import { shares } from './random.ts';
import { additions, declines, evidence, extensions, merges, notes, solvedWords, unsolvedWords, waits, withdrawals } from './texts/replies.ts';
import type { Matter } from './texts/matter.ts';
import { ratingShares, reasonShares } from './town-shape.ts';
import type { Home, Person } from './town.ts';

// From the first reading to the verdict: the courses an everyday voice takes.

export type Outcome = 'confirmed' | 'documented' | 'merged' | 'referred' | 'withdrawn' | 'stuck';
type Facts = { outcome: Outcome; anonymous: boolean; home: Home | null; matter: Matter; lead: Life | undefined; shown: Map<Matter, number> };

export function courseOf(life: Life, facts: Facts): void {
  const { outcome, matter, lead } = facts;
  sorted(life, { scope: matter.property ? 'community' : 'public' });
  if (outcome === 'merged' && lead) return merged(life, lead);
  if (outcome === 'referred' && matter.outside) return handedOver(life, matter.outside);
  const { random } = life;
  if (outcome === 'withdrawn' && random.chance(0.4)) return withdrawn(life, random.pick(withdrawals), random.chance(0.1));
  begun(life, matter);
  if (outcome === 'withdrawn') return withdrawn(life, random.pick(withdrawals), random.chance(0.1));
  worked(life, matter, facts);
  if (outcome === 'documented') return documented(life, facts);
  judged(life, facts);
}

/** Given to one person, who begins; now and then the first one asked has no power over it. */
function begun(life: Life, matter: Matter): void {
  const { random, community, input } = life;
  const walled = input.accusedWords !== undefined;
  const first = matter.property && !walled && random.chance(0.45) ? community.property : worker(life);
  assigned(life, first);
  if (first === community.property && random.chance(0.15)) {
    declined(life, random.pick(declines));
    assigned(life, worker(life));
  }
  accepted(life);
  if (random.chance(0.12)) noted(life, random.pick(notes));
  if (random.chance(0.1)) added(life, random.pick(additions));
}

/** On time for seven in eight; one in fourteen asks for more time first. */
function worked(life: Life, matter: Matter, { outcome, anonymous }: Pick<Facts, 'outcome' | 'anonymous'>): void {
  const { random } = life;
  const needsTime = random.chance(0.07);
  const days = random.int(3, 9);
  if (needsTime) {
    const waits_ = random.chance(0.5);
    if (waits_) waiting(life, random.pick(waits), random.int(2, 6));
    extended(life, days, random.pick(extensions));
    if (waits_) {
      passUntilDay(life, 6);
      resumed(life);
    }
  }
  const reason = outcome === 'documented' && !anonymous && random.chance(0.15) && matter.outside;
  if (reason) {
    referralAsked(life, reason);
    passUntilDay(life, 4);
    referralAccepted(life, '已书面接收，编号附卷');
  }
  passUntilDay(life, dayOfAnswer(life, needsTime ? days : 0));
  answered(life, random.pick(matter.answers), random.chance(0.4) ? matter.next : undefined);
}

function dayOfAnswer({ random }: Life, extra: number): number {
  if (extra > 0) return random.int(6, 5 + extra);
  return random.chance(0.1) ? random.int(6, 7) : random.int(2, 5);
}

/** The resident's word; eight in a hundred say no first, half of those twice, and then it goes up to the street. */
function judged(life: Life, { matter, shown }: Facts): void {
  const { random } = life;
  if (random.chance(0.08)) {
    notYet(life);
    again(life, matter);
    if (random.chance(0.5)) {
      notYet(life);
      life.office = life.community.street;
      again(life, matter);
    }
  }
  const rating = Number(random.pick(shares(100, ratingShares)));
  const self = life.input.channel === 'web' || random.chance(0.15);
  if (self) confirmed(life, rating, random.chance(0.5) ? random.pick(rating > 3 ? solvedWords.slice(0, 8) : solvedWords.slice(7)) : undefined);
  else solved(life, rating, { way: life.input.responseMethod === 'visit' ? 'visit' : 'phone', note: random.pick(solvedWords) });
  if (random.chance(0.05)) {
    reopened(life, random.chance(0.6) ? random.pick(unsolvedWords) : undefined, 2, 30);
    if (life.past.length > 1) life.office = life.community.street;
    again(life, matter);
    solved(life, 4);
  }
  shownToAll(life, matter, shown);
}

function notYet(life: Life): void {
  const { random } = life;
  if (random.chance(0.5)) asked(life, 'not_solved', { note: random.pick(unsolvedWords) });
  else reopened(life, random.chance(0.5) ? random.pick(unsolvedWords) : undefined, 0, 2);
}

/** A new round: another owner, a fresh date. */
function again(life: Life, matter: Matter): void {
  assigned(life, worker(life));
  accepted(life);
  life.at = new Date(life.at.getTime() + life.random.int(6, 50) * 3_600_000);
  answered(life, life.random.pick(matter.answers));
}

function documented(life: Life, { anonymous, matter }: Facts): void {
  const { random } = life;
  const reason = anonymous ? 'ANONYMOUS' : reasonFor(life, matter);
  if (reason === 'UNREACHABLE') {
    for (const way of ['phone', 'phone', 'visit'] as const) {
      asked(life, 'not_reached', { way });
      life.at = new Date(life.at.getTime() + random.int(5, 6) * 86_400_000);
    }
    life.at = new Date(life.at.getTime() + 86_400_000);
  }
  if (reason === 'RESIDENT_DECLINED_TO_CONFIRM') asked(life, 'would_not_say', { note: '说“你们看着办”。' });
  closedWithout(life, reason, evidence[reason]);
}

/** A voice that went to somebody outside while it was worked on closes with that reason and no other. */
function reasonFor(life: Life, matter: Matter): ReasonCode {
  const referred = life.past.length > 0 && life.referred;
  if (referred) return 'NO_POWER_REFERRED';
  const { ANONYMOUS: _, NO_POWER_REFERRED: __, ...rest } = reasonShares;
  return life.random.pick(shares(100, matter.property ? rest : { ...rest, NOT_NOW: 0 }));
}
