import { randomBytes } from 'node:crypto';
import type { Locale } from '#community/programs/index.ts';
import { logUnforeseen } from '#foundation/log-unforeseen.ts';
import { outageOf } from '#foundation/outage.ts';
import { Forbidden, Invalid, Missing, Refused, TooMany } from '#foundation/refusal.ts';
import { refusalWords } from '#foundation/refusal-words.ts';
import { isUnusable } from '#foundation/unusable-data.ts';
import { contentTypes, write, type Format } from './format.ts';

type Fault = { status: number; errors: string[]; headers?: Record<string, string> };

/** A method that this address doesn't know; `allow` as in HTTP. */
export class WrongMethod extends Error {
  readonly allow: string;
  constructor(allow: string) {
    super('request.method');
    this.allow = allow;
  }
}

/** Any error in Open311's own array. What is no refusal is a bug: logged under a short number, which is all that is told. */
export function errorResponse(error: unknown, format: Format, locale: Locale): Response {
  const { status, errors, headers } = faultOf(error, locale);
  const body = errors.map((description) => ({ code: status, description }));
  return new Response(write(format, 'errors', body), {
    status,
    headers: { 'content-type': contentTypes[format], 'content-language': locale, 'cache-control': 'no-store', ...headers },
  });
}

/** The statuses of GeoReport v2: 400 for what can't be fulfilled, 403 for the key, 404 for what isn't there. */
function faultOf(error: unknown, locale: Locale): Fault {
  const said = (code: string, values?: Record<string, string>) => refusalWords(code, values, locale);
  if (error instanceof Invalid) {
    return { status: 400, errors: error.problems.map(({ field, code, values }) => `${field}: ${said(code, values)}`) };
  }
  if (error instanceof Refused) return { status: 400, errors: [said(error.code, error.values)] };
  if (error instanceof Forbidden) return { status: 403, errors: [said(error.code)] };
  if (error instanceof Missing) return { status: 404, errors: [said(error.code)] };
  if (error instanceof WrongMethod) return { status: 405, errors: [said(error.message)], headers: { allow: error.allow } };
  if (error instanceof TooMany) {
    const minutes = String(Math.max(1, Math.ceil(error.retryAfter / 60)));
    return { status: 429, errors: [said(error.code, { minutes })], headers: { 'retry-after': String(error.retryAfter) } };
  }
  if (isUnusable(error)) return { status: 400, errors: [said('input.not-usable')] };
  const outage = outageOf(error);
  if (outage) return { status: outage.status, errors: [said(outage.code)], headers: { 'retry-after': String(outage.retryAfter) } };
  const reference = randomBytes(3).toString('hex');
  logUnforeseen('open311', error, reference);
  return { status: 500, errors: [`${said('request.failed')} (${reference})`] };
}
