import { z } from 'zod';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { phoneIndex } from '#foundation/personal/index.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import type { Consultation } from './consultation.ts';
import { reachConsultation, type ConsultationRef } from './load-consultation.ts';
import { recordConsultation } from './record-consultation.ts';
import { unitOf } from './units.ts';
import { whyNotPrint } from './why-not-consultation.ts';

/** `count`: blank forms, numbered on. `phone`: one form for the resident who signs in with it. */
export const printFormsInput = z.object({
  count: z.coerce
    .number('input.not-usable')
    .int('input.not-usable')
    .min(1, 'input.not-usable')
    .max(500, 'consultation.too-many-forms')
    .default(1),
  phone: z.string().trim().max(30).optional(),
});
export type PrintForms = z.infer<typeof printFormsInput>;

/**
 * Numbers are given out for paper forms. Where residents are asked, each form is for one of them, so that paper and page
 * can't count the same person twice. Throws Missing, Refused by `whyNotPrint`, Invalid. Returns the first and last number.
 */
export async function printForms(
  viewer: Viewer,
  ref: ConsultationRef,
  input: PrintForms,
  how?: How,
): Promise<{ from: number; to: number }> {
  return perform({ actor: actorKey(viewer), verb: 'consultation.print', input: [ref, input] }, how, async (act) => {
    const one = await reachConsultation(act.trx, viewer, ref, 'update');
    refuseIf(whyNotPrint(one, viewer, shanghaiDay(act.now)));
    const unit = await unitFor(act, one, input);
    const known = unit && (await formOf(act, one, unit));
    if (known) return { from: known, to: known };
    const from = one.forms + 1;
    const to = unit ? from : one.forms + input.count;
    await act.trx
      .insertInto('consultation_forms')
      .values(
        Array.from({ length: to - from + 1 }, (_, at) => ({
          community_id: one.communityId,
          consultation_id: one.id,
          number: from + at,
          unit,
          printed_at: act.now,
          printed_by: viewer.personId ?? '',
        })),
      )
      .execute();
    await recordConsultation(act, viewer, one, 'forms_printed', { from, to });
    return { from, to };
  });
}

async function unitFor(act: Act, one: Consultation, { phone }: PrintForms): Promise<Buffer | null> {
  if (one.audience !== 'residents') return null;
  return unitOf(one, { person: await residentBehind(act, one.communityId, phone) });
}

/** The resident who signs in with this number. Throws Invalid when there is none. */
export async function residentBehind(
  { trx, now }: Pick<Act, 'trx' | 'now'>,
  communityId: number,
  phone: string | undefined,
): Promise<string> {
  if (!phone) throw new Invalid([{ field: 'phone', code: 'input.needed' }]);
  const row = await trx
    .selectFrom('people')
    .innerJoin('roles', 'roles.person_id', 'people.id')
    .select('people.id')
    .where('people.phone_index', '=', phoneIndex(phone))
    .where('roles.community_id', '=', communityId)
    .where('roles.role', '=', 'resident')
    .where((eb) => eb.or([eb('roles.ended_at', 'is', null), eb('roles.ended_at', '>', now)]))
    .executeTakeFirst();
  if (!row) throw new Invalid([{ field: 'phone', code: 'consultation.no-such-resident' }]);
  return row.id;
}

async function formOf({ trx }: Act, one: Consultation, unit: Buffer): Promise<number | null> {
  const row = await trx
    .selectFrom('consultation_forms')
    .select('number')
    .where('community_id', '=', one.communityId)
    .where('consultation_id', '=', one.id)
    .where('unit', '=', unit)
    .executeTakeFirst();
  return row?.number ?? null;
}
