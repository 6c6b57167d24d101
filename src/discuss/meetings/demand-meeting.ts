import { sql } from 'kysely';
import { z } from 'zod';
import { shanghaiDay, shiftDay } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { Forbidden, Invalid, Missing, Refused, refuseIf } from '#foundation/refusal.ts';
import { appendToLedger } from '#foundation/server/append-to-ledger.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, hasRole, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { countBase, findSigning } from './demand-base.ts';
import { findMeetingKind, kindOfMeeting } from './find-meeting-kinds.ts';
import { loadDemand, type Demand } from './find-demands.ts';
import { worksOnMeetings } from './meeting-access.ts';
import { neededFor, signers } from './meeting-kind.ts';
import { recordMeeting } from './record-meeting.ts';

/** `matter`: what the meeting is to be about, for everybody to read. */
export const demandMeetingInput = z.object({
  kind: z.string('input.choose').min(1, 'input.choose').max(40),
  signedBy: z.enum(signers, 'input.choose'),
  matter: words(300),
});
export type DemandMeeting = z.infer<typeof demandMeetingInput>;

/** A demand begins; whoever begins it signs first, unless the office enters it from paper. Throws Forbidden, Invalid, Refused. */
export async function demandMeeting(viewer: Viewer, communityId: number, input: DemandMeeting, how?: How): Promise<{ demandId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'meeting.demand', input: [communityId, input] }, how, async (act) => {
    if (!viewer.personId) throw new Forbidden('sign-in.needed');
    const office = worksOnMeetings(viewer, communityId);
    const signing = await findSigning(act.trx, viewer, communityId, input.signedBy);
    if (!office && !signing) throw new Refused('meeting.not-entitled');
    const kind = await findMeetingKind(act.trx, communityId, input.kind);
    if (!kind) throw new Invalid([{ field: 'kind', code: 'input.choose' }]);
    const threshold = kind.rules.demands.find(({ by }) => by === input.signedBy);
    if (!threshold) throw new Refused('meeting.demand-not-allowed');
    const base = await countBase(act.trx, communityId, input.signedBy);
    const demandId = newId(act.now);
    await act.trx
      .insertInto('meeting_demands')
      .values({
        community_id: communityId,
        id: demandId,
        kind: kind.code,
        signed_by: input.signedBy,
        base,
        needed: neededFor(threshold, base),
        matter: input.matter,
        begun_at: act.now,
        begun_by: viewer.personId,
      })
      .execute();
    const about = { communityId, id: demandId };
    await recordMeeting(act, viewer, about, 'demand_begun', { kind: kind.code, signedBy: input.signedBy });
    if (!office || signing) {
      if (signing) await sign(act, viewer, about, signing);
      await reach(act, viewer, await loadDemand(act.trx, about));
    }
    return { demandId };
  });
}

export type DemandRef = { communityId: number; id: string };

/** Signed on the page: once a person, and where households count, once a household. Throws Missing, Refused, Forbidden. */
export async function signDemand(viewer: Viewer, ref: DemandRef, how?: How): Promise<{ signatures: number }> {
  return perform({ actor: actorKey(viewer), verb: 'meeting.sign_demand', input: ref }, how, async (act) => {
    if (!viewer.personId) throw new Forbidden('sign-in.needed');
    const demand = await lockDemand(act, ref);
    if (demand.endedAt) throw new Refused('meeting.demand-ended');
    const signing = await findSigning(act.trx, viewer, ref.communityId, demand.signedBy);
    if (!signing) throw new Refused('meeting.not-entitled');
    await sign(act, viewer, ref, signing);
    await recordMeeting(act, viewer, ref, 'demand_signed');
    return { signatures: await reach(act, viewer, await loadDemand(act.trx, ref)) };
  });
}

/** Taken back, as long as the meeting isn't owed yet. Throws Missing, Refused, Forbidden. */
export async function withdrawSignature(viewer: Viewer, ref: DemandRef, how?: How): Promise<{ demandId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'meeting.withdraw_signature', input: ref }, how, async (act) => {
    if (!viewer.personId) throw new Forbidden('sign-in.needed');
    const demand = await lockDemand(act, ref);
    if (demand.reachedAt) throw new Refused('meeting.reached-already');
    const taken = await act.trx
      .updateTable('meeting_demand_signatures')
      .set({ withdrawn_at: act.now })
      .where('community_id', '=', ref.communityId)
      .where('demand_id', '=', ref.id)
      .where('person_id', '=', viewer.personId)
      .where('withdrawn_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!taken) throw new Refused('meeting.not-signed');
    await recordMeeting(act, viewer, ref, 'signature_withdrawn');
    return { demandId: ref.id };
  });
}

const whole = z.coerce.number('input.not-usable').int('input.not-usable').min(0, 'input.not-usable').max(2000, 'input.not-usable');

/** `signatures`: on the sheet; `struck`: of those not entitled, twice there, or unreadable. */
export const countSheetInput = z.object({
  sheetId: z.uuid('input.not-usable').optional(),
  signatures: whole.min(1, 'input.needed'),
  struck: whole.default(0),
});
export type CountSheet = z.infer<typeof countSheetInput>;

/** A sheet is counted by one of the office and again by another; it counts once both counts are alike. Throws Missing, Refused. */
export async function countSheet(
  viewer: Viewer,
  ref: DemandRef,
  input: CountSheet,
  how?: How,
): Promise<{ sheetId: string; signatures: number }> {
  return perform({ actor: actorKey(viewer), verb: 'meeting.count_sheet', input: [ref, input] }, how, async (act) => {
    if (!hasRole(viewer, ref.communityId, 'community_worker', 'community_secretary', 'supervisory_member')) throw new Forbidden();
    const demand = await lockDemand(act, ref);
    if (demand.endedAt) throw new Refused('meeting.demand-ended');
    refuseIf(input.struck > input.signatures ? 'meeting.struck-too-many' : null);
    const sheetId =
      input.sheetId === undefined ? await firstCount(act, viewer, ref, input) : await secondCount(act, viewer, ref, input, input.sheetId);
    await recordMeeting(act, viewer, ref, input.sheetId === undefined ? 'sheet_counted' : 'sheet_recounted');
    return { sheetId, signatures: await reach(act, viewer, await loadDemand(act.trx, ref)) };
  });
}

async function firstCount({ trx, now }: Act, viewer: Viewer, ref: DemandRef, { signatures, struck }: CountSheet): Promise<string> {
  const sheetId = newId(now);
  await trx
    .insertInto('meeting_demand_sheets')
    .values({
      community_id: ref.communityId,
      id: sheetId,
      demand_id: ref.id,
      signatures,
      struck,
      counted_at: now,
      counted_by: viewer.personId ?? '',
    })
    .execute();
  return sheetId;
}

async function secondCount({ trx, now }: Act, viewer: Viewer, ref: DemandRef, input: CountSheet, sheetId: string): Promise<string> {
  const sheet = await trx
    .selectFrom('meeting_demand_sheets')
    .select(['signatures', 'struck', 'counted_by', 'recounted'])
    .where('community_id', '=', ref.communityId)
    .where('demand_id', '=', ref.id)
    .where('id', '=', sheetId)
    .executeTakeFirst();
  if (!sheet) throw new Missing();
  if (sheet.recounted !== null) throw new Refused('meeting.counted-twice');
  if (sheet.counted_by === viewer.personId) throw new Refused('meeting.second-counter');
  if (sheet.signatures !== input.signatures || sheet.struck !== input.struck) throw new Refused('meeting.counts-differ');
  await trx
    .updateTable('meeting_demand_sheets')
    .set({ recounted: input.signatures - input.struck, recounted_at: now, recounted_by: viewer.personId })
    .where('community_id', '=', ref.communityId)
    .where('id', '=', sheetId)
    .execute();
  return sheetId;
}

async function lockDemand(act: Act, ref: DemandRef): Promise<Demand> {
  await sql`select from meeting_demands where community_id = ${ref.communityId} and id::text = ${ref.id} for no key update`.execute(
    act.trx,
  );
  return loadDemand(act.trx, ref);
}

async function sign(
  { trx, now }: Act,
  viewer: Viewer,
  { communityId, id }: DemandRef,
  { placeId }: { placeId: string | null },
): Promise<void> {
  const signed = await trx
    .insertInto('meeting_demand_signatures')
    .values({ community_id: communityId, id: newId(now), demand_id: id, person_id: viewer.personId, place_id: placeId, signed_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!signed) throw new Refused('meeting.signed-already');
}

/** Once there are enough, the meeting is owed by a day, and the ledger says so. */
async function reach(act: Act, viewer: Viewer, demand: Demand): Promise<number> {
  if (demand.reachedAt || demand.signatures < demand.needed) return demand.signatures;
  const { rules } = await kindOfMeeting(act.trx, demand);
  const owedOn = shiftDay(shanghaiDay(act.now), rules.owed_days);
  await act.trx
    .updateTable('meeting_demands')
    .set({ reached_at: act.now, owed_on: owedOn })
    .where('community_id', '=', demand.communityId)
    .where('id', '=', demand.id)
    .execute();
  await recordMeeting(act, viewer, demand, 'demand_reached', { owedOn });
  const plain = { kind: demand.kind, signatures: demand.signatures, needed: demand.needed, owedOn };
  await appendToLedger(act, { type: 'meeting.demand_reached', communityId: demand.communityId, plain });
  return demand.signatures;
}
