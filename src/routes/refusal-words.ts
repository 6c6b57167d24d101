import { Forbidden, Invalid, Missing, Refused, TooMany } from '#foundation/refusal.ts';
import { outageOf } from '#foundation/outage.ts';
import { refusalWords } from '#foundation/refusal-words.ts';
import { isUnusable } from '#foundation/unusable-data.ts';

export { refusalWords };

export type RefusalInWords = { status: number; errors: { field?: string; message: string }[] };

/** The status and the sentences of a refusal, one per field where fields are meant; null when it is no refusal but a bug. An outage is told like a refusal. */
export function refusalOf(error: unknown): RefusalInWords | null {
  if (error instanceof Invalid) {
    return { status: 422, errors: error.problems.map(({ field, code, values }) => ({ field, message: refusalWords(code, values) })) };
  }
  if (error instanceof Refused) return { status: 409, errors: [{ message: refusalWords(error.code, error.values) }] };
  if (error instanceof Forbidden) return { status: 403, errors: [{ message: refusalWords(error.code) }] };
  if (error instanceof Missing) return { status: 404, errors: [{ message: refusalWords(error.code) }] };
  if (error instanceof TooMany) {
    const minutes = String(Math.max(1, Math.ceil(error.retryAfter / 60)));
    return { status: 429, errors: [{ message: refusalWords(error.code, { minutes }) }] };
  }
  if (isUnusable(error)) return { status: 422, errors: [{ message: refusalWords('form.unreadable') }] };
  const outage = outageOf(error);
  return outage && { status: outage.status, errors: [{ message: refusalWords(outage.code) }] };
}
