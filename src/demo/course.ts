import type { ReasonCode } from '#listen/voices/index.ts';
import { passUntilDay, type Life } from './life.ts';
import {
  accepted,
  added,
  answered,
  asked,
  assigned,
  closedWithout,
  confirmed,
  declined,
  extended,
  mergedInto,
  noted,
  published,
  referralAccepted,
  referralAsked,
  reopened,
  resumed,
  solved,
  sorted,
  waiting,
  withdrawn,
} from './moves.ts';
import { shares } from './random.ts';
import { fill } from './speaking.ts';
import {
  additions,
  declines,
  evidence,
  extensions,
  notes,
  secondAnswers,
  solvedWords,
  unsolvedWords,
  waits,
  withdrawals,
} from './texts/replies.ts';
import type { Matter } from './texts/matter.ts';
import { ratingShares, reasonShares } from './town-shape.ts';
import type { Person } from './town.ts';

// From the first reading to the verdict: the courses an everyday voice takes.

export type Outcome = 'confirmed' | 'documented' | 'merged' | 'referred' | 'withdrawn';
export type Facts = {
  outcome: Outcome;
  matter: Matter;
  /** What answers exactly this, if the matter's own answers don't. */
  answer?: string | undefined;
  lead?: Life | undefined;
  /** How often a matter stands on the public page already. */
  shown: Map<Matter, number>;
};

export function courseOf(life: Life, facts: Facts): void {
  const { random } = life;
  const { outcome, matter, answer, lead } = facts;
  sorted(life, { scope: matter.property ? 'community' : 'public' });
  if (outcome === 'merged' && lead?.answered && lead.received < life.at && life.at < lead.answered) return merged(life, lead);
  if (outcome === 'referred' && matter.outside && !answer) return handedOver(life, matter.outside);
  if (outcome === 'withdrawn' && random.chance(0.4)) return withdrawn(life, random.pick(withdrawals), random.chance(0.1));
  begun(life, matter);
  if (outcome === 'withdrawn') return withdrawn(life, random.pick(withdrawals), random.chance(0.1));
  const reason = outcome === 'documented' ? reasonFor(life, answer ? { ...matter, outside: '' } : matter) : null;
  worked(life, facts, reason);
  if (reason) return documented(life, reason);
  judged(life, facts);
}

/** Given to one person, who begins; now and then the first one asked has no power over it. */
export function begun(life: Life, matter: Pick<Matter, 'property'>): void {
  const { random, community, input } = life;
  const first = matter.property && input.accusedWords === undefined && random.chance(0.45) ? community.property : otherWorker(life);
  assigned(life, first);
  if (first === community.property && random.chance(0.15)) {
    declined(life, random.pick(declines));
    assigned(life, otherWorker(life));
  }
  accepted(life);
  if (random.chance(0.12)) noted(life, random.pick(notes));
  if (random.chance(0.1)) added(life, random.pick(additions));
}

/** Another owner than before. */
function otherWorker({ random, community, owner }: Life): Person {
  return random.pick(community.workers.filter((worker) => worker !== owner));
}

function merged(life: Life, lead: Life): void {
  mergedInto(life, lead);
  if (!lead.answered || life.random.chance(0.35)) return;
  life.at = new Date(Math.max(life.at.getTime(), lead.answered.getTime() + 3_600_000));
  confirmed(life, life.random.int(4, 5));
}

/** Not in anybody's power here: handed over once the other side has accepted in writing. */
function handedOver(life: Life, receiver: string): void {
  referralAsked(life, receiver);
  passUntilDay(life, life.random.int(2, 4));
  referralAccepted(life, `${receiver}收件，编号${life.random.int(1000, 9999)}`);
}

/** On time for nearly nine in ten; one in fourteen asks for more time first. */
function worked(life: Life, { matter, answer }: Facts, reason: ReasonCode | null): void {
  const { random } = life;
  const more = random.chance(0.09) ? random.int(3, 9) : 0;
  if (reason === 'NO_POWER_REFERRED' && matter.outside) {
    referralAsked(life, matter.outside);
    passUntilDay(life, 3);
    referralAccepted(life, `${matter.outside}收件，编号${random.int(1000, 9999)}`);
  }
  if (more > 0) patience(life, more);
  passUntilDay(life, more > 0 ? random.int(6, 5 + more) : random.chance(0.14) ? random.int(6, 7) : random.int(2, 5));
  answered(life, answer ?? fill(random.pick(matter.answers), life.home, random), !answer && random.chance(0.4) ? matter.next : undefined);
}

/** Asking for more time, half of the time because somebody outside has to do something first. */
function patience(life: Life, days: number): void {
  const { random } = life;
  const outside = random.chance(0.5);
  if (outside) waiting(life, random.pick(waits), random.int(2, 6));
  extended(life, days, random.pick(extensions));
  if (!outside) return;
  passUntilDay(life, 5);
  resumed(life);
}

/** The resident's word; a few say no first, half of those twice, and then it goes up to the street. */
function judged(life: Life, { matter, answer, shown }: Facts): void {
  const { random } = life;
  const mendable = life.input.kind === 'help_request' || life.input.kind === 'complaint';
  if (mendable && random.chance(0.11)) {
    notYet(life);
    again(life);
    if (random.chance(0.5)) {
      notYet(life);
      life.office = life.community.street;
      again(life);
    }
  }
  const rating = Number(random.pick(shares(100, ratingShares)));
  const said = random.pick(rating > 3 ? solvedWords.slice(0, 8) : solvedWords.slice(7));
  if (life.input.channel === 'web' || random.chance(0.15)) confirmed(life, rating, random.chance(0.5) ? said : undefined);
  else solved(life, rating, { way: life.input.responseMethod === 'visit' ? 'visit' : 'phone', note: said });
  if (mendable && random.chance(0.03)) {
    reopened(life, random.chance(0.6) ? random.pick(unsolvedWords) : undefined, 2, 30);
    if (life.round > 2) life.office = life.community.street;
    again(life);
    solved(life, 4);
  }
  // What was answered in words of its own isn't the matter that the public title speaks of.
  if (!answer) shownToAll(life, matter, shown);
}

function notYet(life: Life): void {
  const { random } = life;
  if (random.chance(0.5)) asked(life, 'not_solved', { note: random.pick(unsolvedWords) });
  else reopened(life, random.chance(0.5) ? random.pick(unsolvedWords) : undefined, 0, 2);
}

/** A new round: another owner, a fresh date. */
function again(life: Life): void {
  assigned(life, otherWorker(life));
  accepted(life);
  life.at = new Date(life.at.getTime() + life.random.int(6, 50) * 3_600_000);
  answered(life, life.random.pick(secondAnswers));
}

function documented(life: Life, reason: ReasonCode): void {
  if (reason === 'UNREACHABLE') triedInVain(life);
  if (reason === 'RESIDENT_DECLINED_TO_CONFIRM') asked(life, 'would_not_say', { note: '说“你们看着办”。' });
  closedWithout(life, reason, evidence[reason]);
}

/** Three tries by two ways, more than ten days. */
export function triedInVain(life: Life): void {
  for (const way of ['phone', 'phone', 'visit'] as const) {
    asked(life, 'not_reached', { way });
    life.at = new Date(life.at.getTime() + life.random.int(5, 6) * 86_400_000);
  }
}

function reasonFor({ random, input }: Life, matter: Matter): ReasonCode {
  if (input.privacy === 'anonymous') return 'ANONYMOUS';
  const { UNREACHABLE, UNLAWFUL_OR_IMPOSSIBLE, SAME_FACTS_ALREADY_ANSWERED, RESIDENT_DECLINED_TO_CONFIRM, NO_POWER_REFERRED, NOT_NOW } =
    reasonShares;
  const always = { UNREACHABLE, UNLAWFUL_OR_IMPOSSIBLE, SAME_FACTS_ALREADY_ANSWERED, RESIDENT_DECLINED_TO_CONFIRM };
  return random.pick(
    shares<ReasonCode>(100, {
      ...always,
      ...(matter.outside && { NO_POWER_REFERRED: 2 * NO_POWER_REFERRED }),
      ...(matter.property && { NOT_NOW }),
    }),
  );
}

/** Only with leave, only where nobody is complained about, and not the same thing over and over. */
function shownToAll(life: Life, matter: Matter, shown: Map<Matter, number>): void {
  const times = shown.get(matter) ?? 0;
  const most = life.community.shape.voices > 300 ? 3 : 1;
  if (!life.input.mayPublish || life.input.accusedWords || times >= most || life.over) return;
  shown.set(matter, times + 1);
  published(life, matter.title, matter.outcome);
}
