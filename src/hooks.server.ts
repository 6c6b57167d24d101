import { randomBytes } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { sequence, type Handle, type HandleServerError, type ServerInit } from '@sveltejs/kit/hooks';
import { closeInstallation, openInstallation } from '#foundation/server/installation.ts';
import { logUnforeseen } from '#foundation/log-unforeseen.ts';
import { readSettings } from '#foundation/settings.ts';
import { findViewer, nobody } from '#community/people/index.ts';
import { paths } from '#paths';
import { m } from '#words';
import { overwriteGetLocale } from '#words/runtime';
import { noteRefusal } from './routes/note-refusal.ts';
import { localeFor, readingIn, sizeFor } from './routes/display-choice.ts';
import { refusalOf, refusalWords } from './routes/refusal-words.ts';
import { securityHeaders } from './routes/security-headers.ts';
import { sameSite } from './routes/same-site.ts';
import { addressOf } from './routes/address.ts';
import { readSessionCookie } from './routes/session-cookie.ts';
import { takeUpWork } from './work.ts';

overwriteGetLocale(() => readingIn() ?? 'zh-CN');

/** The process is told where its database is by bin/start.ts (or by the operator, with DATABASE_URL). */
export const init: ServerInit = async () => {
  const settings = readSettings();
  const working = settings.HUIYIN_WORKER === 'inside';
  const { jobs } = await openInstallation(settings, settings.DATABASE_URL ?? '', working);
  const layDown = working ? await takeUpWork(jobs) : async () => {};
  process.once('huiyin:stop', (stopped: () => void) => void layDown().then(closeInstallation).then(stopped));
};

/** Every answer that leaves the house, also a refusal at the gate. Until `who` knows better, nobody is asking. */
const seal: Handle = async ({ event, resolve }) => {
  Object.assign(event.locals, { viewer: nobody, session: null });
  const response = await resolve(event);
  securityHeaders(response, event);
  return response;
};

/**
 * Cross-site writes are refused before anything is read. The API and Open311 carry keys of their own, no cookie. `?/default` is a
 * name the framework keeps for itself and would answer with an error; here it is simply not there.
 */
const guard: Handle = ({ event, resolve }) => {
  if (event.request.method === 'POST' && event.url.searchParams.has('/default')) return new Response(null, { status: 404 });
  if (!forPrograms(event) && !asProgram(event) && !sameSite(event)) {
    event.locals.viewer = { ...nobody, address: addressOf(event) };
    noteRefusal(event, 403, true);
    return new Response(m.refusal_access_cross_site(), { status: 403, headers: { 'content-type': 'text/plain; charset=utf-8' } });
  }
  return resolve(event);
};

/** The two doors where nobody is known by a cookie: whoever comes in there shows a token, a code or a key of their own. */
function forPrograms({ url }: RequestEvent): boolean {
  return url.pathname.startsWith('/api/') || url.pathname.startsWith('/open311/');
}

/**
 * A ledger that asks us to bear witness, and a mail program that presses "unsubscribe" for its reader (RFC 8058), are no
 * browsers: they send neither of the two headers, and are known by no cookie.
 */
function asProgram({ url, request: { headers } }: RequestEvent): boolean {
  const open = url.pathname === paths.witnessAdd() || url.pathname.startsWith(paths.unsubscribe(''));
  return open && headers.get('origin') === null && headers.get('sec-fetch-site') === null;
}

const who: Handle = async ({ event, resolve }) => {
  const token = forPrograms(event) ? undefined : readSessionCookie(event.cookies, event.url);
  const signedIn = token ? await findViewer(token) : null;
  event.locals.viewer = { ...(signedIn?.viewer ?? nobody), address: addressOf(event) };
  event.locals.session = signedIn?.session ?? null;
  return resolve(event);
};

const show: Handle = ({ event, resolve }) => {
  event.locals.locale = localeFor(event);
  event.locals.size = sizeFor(event);
  const staff = event.url.pathname.startsWith('/staff');
  return readingIn(event.locals.locale, () =>
    resolve(event, {
      transformPageChunk: ({ html }) =>
        html
          .replace('%huiyin.lang%', event.locals.locale)
          .replace('%huiyin.size%', event.locals.size)
          .replace('%huiyin.desk%', staff ? 'staff' : ''),
    }),
  );
};

export const handle: Handle = sequence(seal, guard, who, show);

/** A refusal thrown by a `load` becomes its status and words; what is unforeseen is logged with a short number to quote. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind === 'app') return;
  const refusal = readingIn(localeFor(event), () => refusalOf(error));
  if (refusal) noteRefusal(event, refusal.status);
  if (refusal) return { status: refusal.status, message: refusal.errors[0]?.message ?? m.refusal_unknown() };
  if (kind === 'framework') return error.status === 404 ? { message: refusalWords('access.not-found') } : { message: m.refusal_unknown() };
  const reference = randomBytes(3).toString('hex');
  logUnforeseen(event.route.id ?? 'page', error, reference);
  return { message: m.refusal_unknown(), reference };
};
