import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Forbidden, Invalid, Missing, Refused, TooMany } from '#foundation/refusal.ts';
import { logUnforeseen } from '#foundation/log-unforeseen.ts';
import { outageOf } from '#foundation/outage.ts';
import { refusalWords } from '#foundation/refusal-words.ts';
import { isUnusable } from '#foundation/unusable-data.ts';
import type { Locale } from '#community/programs/index.ts';
import { paths } from '#paths';
import { m } from '#words';

// How the API says no: a problem (RFC 9457) with the same code the pages put into words, and that sentence as its detail.

export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    errors: z.array(z.strictObject({ field: z.string(), code: z.string(), message: z.string() })).optional(),
    reference: z.string().optional(),
  })
  .meta({ id: 'Problem' });
type Problem = z.infer<typeof problemSchema>;

/** What is wrong with the request as HTTP, before any room has seen it. */
export class Unusable extends Error {
  readonly status: number;
  readonly headers: Record<string, string>;
  constructor(status: 400 | 405 | 413 | 415, code: string, headers: Record<string, string> = {}) {
    super(code);
    this.status = status;
    this.headers = headers;
  }
}

type Refusal = { status: number; code: string; values?: Record<string, string>; headers?: Record<string, string> };

/** Any error as an answer. What is no refusal is a bug: logged under a short number, which is all that is told. */
export function problemResponse(error: unknown, locale: Locale): Response {
  const refusal = refusalOf(error) ?? { status: 500, code: 'request.failed' };
  const problem: Problem = {
    type: paths.api(`/problems/${refusal.code}`),
    title: titleOf(refusal.status, locale),
    status: refusal.status,
    code: refusal.code,
    detail: refusalWords(refusal.code, refusal.values, locale),
    ...(error instanceof Invalid && {
      errors: error.problems.map(({ field, code, values }) => ({ field, code, message: refusalWords(code, values, locale) })),
    }),
    ...(refusal.status === 500 && { reference: logged(error) }),
  };
  const headers = {
    'content-type': 'application/problem+json',
    'content-language': locale,
    'cache-control': 'no-store',
    ...refusal.headers,
  };
  return new Response(JSON.stringify(problem), { status: refusal.status, headers });
}

function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Unusable) return { status: error.status, code: error.message, headers: error.headers };
  if (error instanceof Invalid) return { status: 422, code: 'request.not-valid' };
  // The key belongs to another intent: the request is at fault, not the state of the voice.
  if (error instanceof Refused) return { status: error.code === 'request.key-reused' ? 422 : 409, code: error.code, values: error.values };
  if (error instanceof Forbidden) return forbidden(error.code);
  if (error instanceof Missing) return { status: 404, code: error.code };
  if (error instanceof TooMany) {
    const minutes = String(Math.max(1, Math.ceil(error.retryAfter / 60)));
    return { status: 429, code: error.code, values: { minutes }, headers: { 'retry-after': String(error.retryAfter) } };
  }
  if (isUnusable(error)) return { status: 422, code: 'input.not-usable' };
  const outage = outageOf(error);
  return outage && { status: outage.status, code: outage.code, headers: { 'retry-after': String(outage.retryAfter) } };
}

/** 401 asks for a key (RFC 6750 §3), 403 says that another key wouldn't help or that this one isn't made for it. */
function forbidden(code: string): Refusal {
  const asks = (more = '') => ({ 'www-authenticate': `Bearer realm="huiyin"${more}` });
  if (code === 'sign-in.needed' || code === 'token.needed') return { status: 401, code: 'token.needed', headers: asks() };
  if (code === 'token.not-valid') return { status: 401, code, headers: asks(', error="invalid_token"') };
  if (code === 'token.scope-missing') return { status: 403, code, headers: asks(', error="insufficient_scope"') };
  return { status: 403, code };
}

function titleOf(status: number, locale: Locale): string {
  const titles: Record<number, typeof m.api_problem_500> = {
    400: m.api_problem_400,
    401: m.api_problem_401,
    403: m.api_problem_403,
    404: m.api_problem_404,
    405: m.api_problem_405,
    409: m.api_problem_409,
    413: m.api_problem_413,
    415: m.api_problem_415,
    422: m.api_problem_422,
    429: m.api_problem_429,
    503: m.api_problem_503,
    507: m.api_problem_507,
  };
  return (titles[status] ?? m.api_problem_500)({}, { locale });
}

function logged(error: unknown): string {
  const reference = randomBytes(3).toString('hex');
  logUnforeseen('api', error, reference);
  return reference;
}
