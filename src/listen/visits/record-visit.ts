import { sql } from 'kysely';
import { endOfShanghaiDay, startOfShanghaiDay } from '#foundation/calendar/index.ts';
import { Forbidden, Invalid, Missing, Refused, refuseIf } from '#foundation/refusal.ts';
import { createSubjectKey } from '#foundation/personal/index.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import type { NewPhoto } from '#listen/voices/index.ts';
import { findStanding, type HouseholdStanding } from './find-standing.ts';
import { findVisitors } from './find-visitors.ts';
import { keepWish } from './keep-wish.ts';
import { findPlanned } from './load-visit.ts';
import { raiseAsked } from './raise-asked.ts';
import type { RecordVisit } from './record-visit-input.ts';
import { noteStep, takeStep } from './take-step.ts';
import { plansVisits, worksOnVisits } from './visit-access.ts';
import { recordHours } from './visit.ts';
import { whyNotGo } from './visit-rhythm.ts';
import { whyNotRecord } from './why-not-visit.ts';

/** `numbers`: what was asked, as numbers to tell the household. `late`: written more than a day after the visit. */
export type RecordedVisit = { visitId: string; numbers: string[]; late: boolean; closed: boolean };

/**
 * Writes down a visit: at the desk, or on a telephone without a network and sent later. What was asked becomes voices in
 * the same transaction (H4). Nobody home and a refusal are results (H2). A colleague's record is never overwritten.
 * Throws Forbidden, Missing, Refused by `whyNotRecord`, Invalid.
 */
export async function recordVisit(
  viewer: Viewer,
  communityId: number,
  input: RecordVisit,
  photos: NewPhoto[] = [],
  how?: How,
): Promise<RecordedVisit> {
  const fingerprint = [communityId, input, photos.map(({ sha256 }) => sha256)];
  return perform({ actor: actorKey(viewer), verb: 'visit.record', input: fingerprint }, how, async (act) => {
    const { trx, now } = act;
    if (!worksOnVisits(viewer, communityId)) throw new Forbidden('visit.not-appointed');
    const home = await reachHome(act, viewer, communityId, input.householdId);
    const visit = await findPlanned(trx, communityId, input.visitId, input.householdId);
    if (visit && visit.householdId !== input.householdId) throw new Refused('visit.already-recorded');
    const officerId = await whoWent(act, viewer, communityId, input);
    const { result, companionId = null, oneAccepted } = input;
    refuseIf(whyNotRecord(visit, { at: input.at, result, companionId, oneAccepted, twoPeople: home.twoPeople }, now));
    if (!input.another && (await isWritten(act, communityId, input))) throw new Refused('visit.written-by-colleague');
    if (photos.length > 0 && input.asked.length === 0) throw new Invalid([{ field: 'photos', code: 'visit.photo-needs-request' }]);
    const ref = { communityId, id: visit?.id ?? input.visitId };
    const asks = input.asked.length + Number(input.moreAsked);
    await keepRecord(act, viewer, ref, { ...input, officerId, asks });
    const step = result === 'nobody_home' ? 'attempted' : result;
    await takeStep(act, viewer, ref, { step });
    await takeStep(act, viewer, ref, { step: 'recorded', stage: 'recorded' });
    const dueAt = new Date(input.at.getTime() + recordHours * 3_600_000);
    const late = now > dueAt;
    // Told to the secretary, not refused: a record that may not be written is a visit nobody knows of.
    const againstRest = whyNotGo(home, input.at) !== null;
    await noteStep(act, viewer, ref, 'visit.recorded', { dueAt, late, data: { result, asks, household: input.householdId, againstRest } });
    if (input.wish) await keepWish(act, viewer, communityId, { householdId: input.householdId, rhythm: input.wish, way: 'visit' });
    const numbers = await raiseAsked(act, viewer, ref, { ...input, photos });
    return { visitId: ref.id, numbers, late, closed: await finish(act, viewer, ref, input) };
  });
}

/** What can be finished at the door is finished: a shut door at once, a visit once it was read back and all was written. */
async function finish(act: Act, viewer: Viewer, ref: { communityId: number; id: string }, input: RecordVisit): Promise<boolean> {
  const { result, readBack, moreAsked } = input;
  if (readBack) await takeStep(act, viewer, ref, { step: 'read_back', stage: 'read_back', way: readBack });
  const complete = result !== 'done' || (readBack !== undefined && !moreAsked);
  if (complete) await takeStep(act, viewer, ref, { step: 'closed', stage: 'closed' });
  return complete;
}

/** Somebody whose appointment has ended, or who has another area, is told so: a telephone may hold an old list (H6). */
async function reachHome({ trx, now }: Act, viewer: Viewer, communityId: number, householdId: string): Promise<HouseholdStanding> {
  const home = await findStanding(trx, viewer, communityId, householdId, now);
  if (home) return home;
  const place = await trx
    .selectFrom('places')
    .select('ended_at')
    .where('community_id', '=', communityId)
    .where('id', '=', householdId)
    .where('level', '=', 'household')
    .executeTakeFirst();
  if (place?.ended_at) throw new Refused('visit.household-ended');
  throw new Missing('visit.not-in-area');
}

async function whoWent({ trx, now }: Act, viewer: Viewer, communityId: number, input: RecordVisit): Promise<string> {
  const officerId = input.officerId ?? viewer.personId ?? '';
  if (officerId !== viewer.personId && !plansVisits(viewer, communityId)) throw new Forbidden('visit.only-office-assigns');
  if (officerId === input.companionId) throw new Invalid([{ field: 'companionId', code: 'visit.same-person' }]);
  const { companionId } = input;
  const known = companionId ? (await findVisitors(trx, communityId, now)).some(({ personId }) => personId === companionId) : true;
  if (!known) throw new Invalid([{ field: 'companionId', code: 'visit.officer-not-there' }]);
  return officerId;
}

async function isWritten({ trx }: Act, communityId: number, { householdId, at }: RecordVisit): Promise<boolean> {
  const written = await trx
    .selectFrom('visits')
    .select('id')
    .where('community_id', '=', communityId)
    .where('household_id', '=', householdId)
    .where('result', 'is not', null)
    .where('at', '>=', startOfShanghaiDay(at))
    .where('at', '<=', endOfShanghaiDay(at))
    .limit(1)
    .executeTakeFirst();
  return written !== undefined;
}

type Kept = RecordVisit & { officerId: string; asks: number };

async function keepRecord(act: Act, viewer: Viewer, ref: { communityId: number; id: string }, input: Kept): Promise<void> {
  const { trx, now } = act;
  const key = input.result === 'done' ? await createSubjectKey(act, ref) : null;
  const record = {
    officer_id: input.officerId,
    companion_id: input.companionId ?? null,
    at: input.at > now ? now : input.at,
    stage: 'recorded',
    result: input.result,
    purpose: input.purpose,
    present: sql<string[]>`${input.present}::text[]`,
    asks: input.asks,
    next_step_sealed: (input.nextStep && key?.seal({ table: 'visits', column: 'next_step_sealed', row: ref.id }, input.nextStep)) || null,
    contact: input.contact ?? null,
    recorded_at: now,
    recorded_by: viewer.personId,
  };
  const kept = await trx
    .insertInto('visits')
    .values({ community_id: ref.communityId, id: ref.id, household_id: input.householdId, ...record })
    .onConflict((conflict) => conflict.columns(['community_id', 'id']).doUpdateSet(record).where('visits.result', 'is', null))
    .returning('id')
    .executeTakeFirst();
  if (!kept) throw new Refused('visit.already-recorded');
}
