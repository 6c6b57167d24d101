import { z } from 'zod';
import { shanghaiDay, shanghaiYear } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { Forbidden, Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { worksOnConsultations } from './consultation-access.ts';
import { audiences, consultationKinds } from './consultation.ts';
import { findSensitive, sensitiveCode } from './find-sensitive.ts';
import { reachConsultation, type ConsultationRef } from './load-consultation.ts';
import { recordConsultation } from './record-consultation.ts';
import { whyNotEdit } from './why-not-consultation.ts';

const day = z.iso.date('input.not-a-day');
export const link = z
  .string()
  .trim()
  .max(500, 'input.too-long')
  .regex(/^(https?:\/\/|\/)\S+$/, 'consultation.not-a-link');

/** `askedCount`: how many were invited to answer, for the rate of answers; where forms are printed, they say it themselves. */
export const writeConsultationInput = z
  .object({
    kind: z.enum(consultationKinds, 'input.choose'),
    title: words(80),
    why: words(1000),
    audience: z.enum(audiences, 'input.choose'),
    askedCount: z.coerce
      .number('input.not-usable')
      .int('input.not-usable')
      .min(1, 'input.not-usable')
      .max(1_000_000, 'input.not-usable')
      .optional(),
    opensOn: day,
    closesOn: day,
    topicLink: link.optional(),
  })
  .refine(({ opensOn, closesOn }) => closesOn >= opensOn, { path: ['closesOn'], message: 'consultation.closes-first' });
export type WriteConsultation = z.infer<typeof writeConsultationInput>;

/** A draft is begun. Throws Forbidden, Invalid. Returns its number. */
export async function writeConsultation(
  viewer: Viewer,
  communityId: number,
  input: WriteConsultation,
  how?: How,
): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'consultation.write', input: [communityId, input] }, how, async (act) => {
    if (!worksOnConsultations(viewer, communityId)) throw new Forbidden();
    refuseDays(act, input);
    const id = newId(act.now);
    const year = shanghaiYear(act.now);
    const serial = await nextSerial(act, communityId, year);
    await act.trx
      .insertInto('consultations')
      .values({
        community_id: communityId,
        id,
        year,
        serial,
        ...columnsOf(input),
        stage: 'draft',
        written_at: act.now,
        written_by: viewer.personId ?? '',
      })
      .execute();
    const number = `${year}-${serial}`;
    await recordConsultation(act, viewer, { communityId, id, number }, 'written');
    return { number };
  });
}

/** A draft is changed; whoever changes it has written it. Throws Missing, Refused by `whyNotEdit`, Invalid. */
export async function editConsultation(
  viewer: Viewer,
  ref: ConsultationRef,
  input: WriteConsultation,
  how?: How,
): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'consultation.edit', input: [ref, input] }, how, async (act) => {
    const one = await reachConsultation(act.trx, viewer, ref, 'update');
    refuseIf(whyNotEdit(one, viewer));
    refuseDays(act, input);
    await act.trx
      .updateTable('consultations')
      .set({ ...columnsOf(input), written_at: act.now, written_by: viewer.personId ?? '' })
      .where('community_id', '=', one.communityId)
      .where('id', '=', one.id)
      .execute();
    await recordConsultation(act, viewer, one, 'edited');
    return { number: one.number };
  });
}

function columnsOf({ kind, title, why, audience, askedCount, opensOn, closesOn, topicLink }: WriteConsultation) {
  return {
    kind,
    title,
    why,
    audience,
    asked_count: askedCount ?? null,
    opens_on: opensOn,
    closes_on: closesOn,
    topic_link: topicLink ?? null,
  };
}

function refuseDays({ now }: Act, { closesOn, title }: WriteConsultation): void {
  if (closesOn < shanghaiDay(now)) throw new Invalid([{ field: 'closesOn', code: 'consultation.days-over' }]);
  const found = findSensitive(title);
  if (found) throw new Invalid([{ field: 'title', code: sensitiveCode(found.subject) }]);
}

/** Counted anew every year; two drafts begun at once wait for each other. */
async function nextSerial({ trx }: Act, communityId: number, year: number): Promise<number> {
  await trx.selectFrom('communities').select('id').where('id', '=', communityId).forNoKeyUpdate().execute();
  const { last } = await trx
    .selectFrom('consultations')
    .select((eb) => eb.fn.coalesce(eb.fn.max('serial'), eb.lit(0)).as('last'))
    .where('community_id', '=', communityId)
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  return last + 1;
}
