import { shanghaiDay, shiftDay } from '#foundation/calendar/index.ts';
import type { Viewer } from '#community/people/index.ts';
import type { HouseholdStanding } from './find-standing.ts';
import { plansVisits } from './visit-access.ts';
import { recordDays, type Result, type Visit } from './visit.ts';
import { whyNotGo } from './visit-rhythm.ts';

// The rules of a visit. Null: nothing stands against it; otherwise a refusal code.

type Why = string | null;

/** Sending somebody: the household is not at rest (H2), and two go where two are wished (H3). */
export function whyNotPlan(home: HouseholdStanding, plan: { day: string; companionId: string | null }, now: Date): Why {
  const today = shanghaiDay(now);
  if (plan.day < today) return 'visit.day-past';
  if (plan.day > shiftDay(today, 60)) return 'visit.day-too-far';
  if (home.planned && shanghaiDay(home.planned.at) >= today) return 'visit.planned-already';
  if (home.twoPeople && !plan.companionId) return 'visit.two-wished';
  return whyNotGo(home, now);
}

/** An officer plans for themselves; whoever assigns others is of the office. */
export function whyNotAssign(viewer: Viewer, communityId: number, officerId: string): Why {
  return viewer.personId === officerId || plansVisits(viewer, communityId) ? null : 'visit.only-office-assigns';
}

type Recording = { at: Date; result: Result; companionId: string | null; oneAccepted: boolean; twoPeople: boolean };

/** What happened is written down even when it should not have happened; what can't be true is not. */
export function whyNotRecord(visit: Visit | null, { at, result, companionId, oneAccepted, twoPeople }: Recording, now: Date): Why {
  if (visit && visit.result !== null) return 'visit.already-recorded';
  if (at.getTime() > now.getTime() + tenMinutes) return 'visit.not-yet';
  if (at.getTime() < now.getTime() - recordDays * 24 * 3_600_000) return 'visit.too-long-ago';
  return result === 'done' && twoPeople && !companionId && !oneAccepted ? 'visit.two-wished' : null;
}

/** Clocks of telephones go wrong by minutes. */
const tenMinutes = 600_000;

export function whyNotNotice({ stage }: Visit): Why {
  return stage === 'planned' ? null : 'visit.not-planned';
}

/** Another thing that was asked becomes a voice, as long as the record is open. */
export function whyNotRaise(visit: Visit): Why {
  return whyNotWorkOn(visit);
}

export function whyNotReadBack(visit: Visit): Why {
  if (visit.stage === 'read_back') return 'visit.read-already';
  return whyNotWorkOn(visit);
}

/** The household may always say what is wrong, also years later: as long as there is a record. */
export function whyNotCorrect({ result, erased }: Visit): Why {
  if (erased) return 'visit.erased';
  return result === null ? 'visit.not-recorded' : null;
}

/** H4: what was asked has become a voice; and the household has heard what is written, or put it right. */
export function whyNotClose(visit: Visit): Why {
  const open = whyNotWorkOn(visit);
  if (open) return open;
  if (visit.voices < visit.asks) return 'visit.asked-without-voice';
  return visit.stage === 'read_back' || visit.stage === 'corrected' ? null : 'visit.not-read-back';
}

export function whyNotErase({ result, erased }: Visit): Why {
  if (erased) return 'visit.erased';
  return result === null ? 'visit.not-recorded' : null;
}

function whyNotWorkOn({ result, stage, erased }: Visit): Why {
  if (erased) return 'visit.erased';
  if (result === null) return 'visit.not-recorded';
  return stage === 'closed' ? 'visit.closed' : null;
}
