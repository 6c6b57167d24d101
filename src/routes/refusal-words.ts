import { m } from '#words';
import { Forbidden, Invalid, Missing, Refused, TooMany } from '#foundation/refusal.ts';

type Sentence = (values?: Record<string, string>) => string;

/** The sentence for a refusal code in the reader's language; a code without words is a bug a test catches. */
export function refusalWords(code: string, values: Record<string, string> = {}): string {
  const sentences = m as unknown as Record<string, Sentence | undefined>;
  const sentence = sentences[`refusal_${code.replace(/[.-]/g, '_')}`];
  return sentence ? sentence(values) : m.refusal_unknown();
}

export type RefusalInWords = { status: number; errors: { field?: string; message: string }[] };

/** The status and the sentences of a refusal, one per field where fields are meant; null when it is no refusal but a bug. */
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
  return null;
}
