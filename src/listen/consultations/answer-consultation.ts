import { randomUUID } from 'node:crypto';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { Forbidden, Invalid, Refused, refuseIf } from '#foundation/refusal.ts';
import { sameCode } from '#foundation/secrets/index.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { giveTokenBack, takeToken } from '#foundation/server/take-token.ts';
import { hasRole, type Viewer } from '#community/people/index.ts';
import { worksOnConsultations } from './consultation-access.ts';
import type { Consultation } from './consultation.ts';
import { isKept, keepSlip } from './keep-slip.ts';
import { loadQuestions, reachConsultation, type ConsultationRef } from './load-consultation.ts';
import { residentBehind } from './print-forms.ts';
import { readAnswers, type Sent } from './read-answers.ts';
import { formCode, receiptFor, unitOf } from './units.ts';
import { whyNotAnswer } from './why-not-consultation.ts';

/**
 * `sent`: the form, see `readAnswers`. `form` and `code`: as printed on paper. `device`: a random word this browser keeps.
 * `phone` (channel `phone`): with which the resident who calls signs in.
 */
export type AnswerConsultation = {
  channel: 'web' | 'phone';
  sent: Sent;
  form?: string | undefined;
  code?: string | undefined;
  phone?: string | undefined;
  device?: string | undefined;
};

/**
 * Somebody answers, on the page or by telephone through the office. Nothing ties the answers to them: no event, no key of the
 * intent, only the hash that says they have answered. Sent again (same key) it gets the same receipt. Throws Missing,
 * Invalid, Forbidden, TooMany, Refused by `whyNotAnswer` or `consultation.answered-already`.
 */
export async function answerConsultation(
  viewer: Viewer,
  ref: ConsultationRef,
  input: AnswerConsultation,
  how?: How,
): Promise<{ receipt: string }> {
  const { key = randomUUID(), ...rest } = how ?? {};
  if (input.channel === 'phone' && !worksOnConsultations(viewer, ref.communityId)) throw new Forbidden();
  const tries = how?.within ? [] : await countTries(viewer, ref, input);
  const answered = await perform({ actor: 'nobody', verb: 'consultation.answer', input: null }, rest, async (act) => {
    const one = await reachConsultation(act.trx, viewer, ref, 'share');
    const receipt = receiptFor(one, key);
    if (await isKept(act, one, receipt)) return { receipt };
    refuseIf(whyNotAnswer(one, shanghaiDay(act.now)));
    const questions = await loadQuestions(act.trx, one);
    const unit = await unitFor(act, viewer, one, input, key);
    const answers = readAnswers(questions, input.sent, { paper: false });
    const kept = await keepSlip(act, one, questions, { channel: input.channel, unit, receipt, answers });
    if (!kept && !(await isKept(act, one, receipt))) throw new Refused('consultation.answered-already');
    return { receipt };
  });
  await Promise.all(tries.map(giveTokenBack));
  return answered;
}

/** Only wrong codes count: 10^8 of them, so a few tries a form leave nothing to luck. */
async function countTries(viewer: Viewer, ref: ConsultationRef, { channel, form }: AnswerConsultation): Promise<string[]> {
  if (channel !== 'web') return [];
  if (form === undefined) {
    await takeToken(`consultation:answers:${viewer.personId ?? viewer.address}`, 60, 3600);
    return [];
  }
  const buckets = [`consultation:address:${viewer.address}`, `consultation:form:${ref.communityId}:${ref.number}:${form.slice(0, 10)}`];
  for (const [at, bucket] of buckets.entries()) await takeToken(bucket, at === 0 ? 20 : 5, 900);
  return buckets;
}

async function unitFor(act: Act, viewer: Viewer, one: Consultation, input: AnswerConsultation, key: string): Promise<Buffer> {
  const { channel, form, phone, device } = input;
  if (one.audience === 'households' || form) return unitOfForm(act, one, input);
  if (channel === 'phone') {
    return unitOf(one, one.audience === 'residents' ? { person: await residentBehind(act, one.communityId, phone) } : { device: key });
  }
  if (one.audience === 'residents' && !hasRole(viewer, one.communityId, 'resident')) throw new Forbidden('sign-in.needed');
  return unitOf(one, viewer.personId ? { person: viewer.personId } : { device: device ?? key });
}

/** Number and code of a printed form; where it was printed for somebody, they are the unit. */
async function unitOfForm({ trx }: Act, one: Consultation, { form = '', code = '' }: AnswerConsultation): Promise<Buffer> {
  if (form === '') throw new Invalid([{ field: 'form', code: 'input.needed' }]);
  if (code === '') throw new Invalid([{ field: 'code', code: 'input.needed' }]);
  const number = /^\d{1,7}$/.test(form) ? Number(form) : 0;
  const right = sameCode(code, formCode(one, number));
  const printed = await trx
    .selectFrom('consultation_forms')
    .select('unit')
    .where('community_id', '=', one.communityId)
    .where('consultation_id', '=', one.id)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!printed || !right) throw new Invalid([{ field: 'form', code: 'consultation.form-or-code' }]);
  return printed.unit ?? unitOf(one, { form: number });
}
