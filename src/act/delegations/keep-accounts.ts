import { z } from 'zod';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { Invalid, Missing, refuseIf } from '#foundation/refusal.ts';
import type { Act, How } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import { countAccounts } from './count-accounts.ts';
import type { Delegation } from './delegation.ts';
import { cents, day, id, text } from './inputs.ts';
import { withDelegation, type DelegationRef } from './load-delegation.ts';
import { takeStep } from './take-step.ts';
import { whyNotAccount } from './why-not-delegate.ts';

/** `receipt`: the number of the paper that proves it. */
export const enterMoneyInput = z.object({
  direction: z.enum(['in', 'out'], 'input.choose'),
  item: text(80),
  amount: cents,
  onDay: day,
  receipt: text(60).optional(),
});
export type EnterMoney = z.infer<typeof enterMoneyInput>;

/** L4: nothing is paid that isn't there, so what came in is always what went out and what is left. Throws Refused. */
export async function enterMoney(viewer: Viewer, ref: DelegationRef, input: EnterMoney, how?: How): Promise<{ rest: number }> {
  return withDelegation(viewer, ref, { verb: 'enter_money', input }, how, async ({ act, one, who }) => {
    refuseIf(whyNotAccount(one, who));
    refuseFuture(input.onDay, act.now);
    const { rest } = await countAccounts(act.trx, one);
    refuseIf(input.direction === 'out' && input.amount > rest ? 'delegation.not-enough-money' : null);
    await insertMoney(act, viewer, one, { ...input, receipt: input.receipt ?? null }, null);
    await takeStep(act, viewer, one, 'money_entered', { data: { direction: input.direction, cents: input.amount } });
    return { rest: (await countAccounts(act.trx, one)).rest };
  });
}

export const enterShiftInput = z.object({
  onDay: day,
  people: z.coerce.number('input.not-usable').int('input.not-usable').min(1, 'input.not-usable').max(500, 'input.not-usable'),
  hours: z.coerce.number('input.not-usable').gt(0, 'input.not-usable').max(24, 'input.not-usable'),
});
export type EnterShift = z.infer<typeof enterShiftInput>;

/** L5: a shift that was: how many came and for how long. It is the group's, never somebody's. Throws Refused. */
export async function enterShift(viewer: Viewer, ref: DelegationRef, input: EnterShift, how?: How): Promise<{ minutes: number }> {
  return withDelegation(viewer, ref, { verb: 'enter_shift', input }, how, async ({ act, one, who }) => {
    refuseIf(whyNotAccount(one, who));
    refuseFuture(input.onDay, act.now);
    const minutes = Math.round(input.hours * 60) * input.people;
    await insertShift(act, viewer, one, { onDay: input.onDay, people: input.people, minutes }, null);
    await takeStep(act, viewer, one, 'shift_entered', { data: { minutes } });
    return { minutes };
  });
}

export const correctEntryInput = z.object({ kind: z.enum(['money', 'shift'], 'input.choose'), entryId: id });
export type CorrectEntry = z.infer<typeof correctEntryInput>;

/** Nothing is rubbed out: a counter-entry takes the whole of it back, once. Throws Missing, Refused. */
export async function correctEntry(viewer: Viewer, ref: DelegationRef, input: CorrectEntry, how?: How): Promise<{ rest: number }> {
  return withDelegation(viewer, ref, { verb: 'correct_entry', input }, how, async ({ act, one, who }) => {
    refuseIf(whyNotAccount(one, who));
    await (input.kind === 'money' ? counterMoney : counterShift)(act, viewer, one, input.entryId);
    await takeStep(act, viewer, one, 'entry_corrected', { data: { kind: input.kind, entryId: input.entryId } });
    return { rest: (await countAccounts(act.trx, one)).rest };
  });
}

async function counterMoney(act: Act, viewer: Viewer, one: Delegation, entryId: string): Promise<void> {
  const entry = await act.trx
    .selectFrom('delegation_money')
    .select(['direction', 'item', 'cents', 'receipt'])
    .where('community_id', '=', one.communityId)
    .where('delegation_id', '=', one.id)
    .where('id', '=', entryId)
    .where('corrects_id', 'is', null)
    .executeTakeFirst();
  if (!entry) throw new Missing();
  const direction = entry.direction === 'in' ? 'in' : 'out';
  const amount = entry.cents;
  const { rest } = await countAccounts(act.trx, one);
  refuseIf(direction === 'in' && amount > rest ? 'delegation.not-enough-money' : null);
  const counter = { direction, item: entry.item, amount: -amount, onDay: shanghaiDay(act.now), receipt: entry.receipt } as const;
  await insertMoney(act, viewer, one, counter, entryId);
}

async function counterShift(act: Act, viewer: Viewer, one: Delegation, entryId: string): Promise<void> {
  const entry = await act.trx
    .selectFrom('delegation_shifts')
    .select(['people', 'minutes'])
    .where('community_id', '=', one.communityId)
    .where('delegation_id', '=', one.id)
    .where('id', '=', entryId)
    .where('corrects_id', 'is', null)
    .executeTakeFirst();
  if (!entry) throw new Missing();
  await insertShift(act, viewer, one, { onDay: shanghaiDay(act.now), people: entry.people, minutes: -entry.minutes }, entryId);
}

/** What every line of the accounts says of itself: whose it is, who entered it when, and which one it corrects. */
function entryOf(act: Act, viewer: Viewer, one: Delegation, correctsId: string | null) {
  return {
    community_id: one.communityId,
    id: newId(act.now),
    delegation_id: one.id,
    corrects_id: correctsId,
    entered_at: act.now,
    entered_by: viewer.personId ?? '',
  };
}

type MoneyRow = { direction: 'in' | 'out'; item: string; amount: number; onDay: string; receipt: string | null };

async function insertMoney(act: Act, viewer: Viewer, one: Delegation, row: MoneyRow, correctsId: string | null): Promise<void> {
  const inserted = await act.trx
    .insertInto('delegation_money')
    .values({
      ...entryOf(act, viewer, one, correctsId),
      direction: row.direction,
      item: row.item,
      cents: row.amount,
      on_day: row.onDay,
      receipt: row.receipt,
    })
    .onConflict((conflict) => conflict.columns(['community_id', 'corrects_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  refuseIf(inserted ? null : 'delegation.corrected-already');
}

type ShiftRow = { onDay: string; people: number; minutes: number };

async function insertShift(act: Act, viewer: Viewer, one: Delegation, row: ShiftRow, correctsId: string | null): Promise<void> {
  const inserted = await act.trx
    .insertInto('delegation_shifts')
    .values({ ...entryOf(act, viewer, one, correctsId), on_day: row.onDay, people: row.people, minutes: row.minutes })
    .onConflict((conflict) => conflict.columns(['community_id', 'corrects_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  refuseIf(inserted ? null : 'delegation.corrected-already');
}

function refuseFuture(onDay: string, now: Date): void {
  if (onDay > shanghaiDay(now)) throw new Invalid([{ field: 'onDay', code: 'delegation.in-the-future' }]);
}
