import { redirect } from '@sveltejs/kit';
import {
  changePassword,
  changePasswordInput,
  createAccessToken,
  createAccessTokenInput,
  dropReset,
  endAccessToken,
  endAllSessions,
  endOwnSession,
  findAccessTokens,
  findOwnAccount,
  findOwnEvents,
  findOwnResets,
  findSessions,
  isSteppedUp,
  renewRecoveryCodes,
  replaceAuthenticator,
  tokenScopes,
  type Grant,
} from '#community/people/index.ts';
import { Missing } from '#foundation/refusal.ts';
import { securityEventWords } from '#foundation/event-words.ts';
import { findCommunities, findCommunity } from '#community/places/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed } from '../../form-action.ts';
import { sayDay, sayMoment } from '../../say-date.ts';
import { writeSessionCookie } from '../../session-cookie.ts';
import { proven } from '../proven.ts';
import { enterAs } from '../sign-in/enter-as.ts';
import { staffOnly } from '../shell.ts';
import type { Actions, PageServerLoad } from './$types';

/** One's own account: password, authenticator, where one is signed in, and keys for programs. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const viewer = staffOnly(locals);
  const [account, sessions, tokens, events, resets] = await Promise.all([
    findOwnAccount(viewer),
    findSessions(viewer),
    findAccessTokens(viewer),
    findOwnEvents(viewer),
    findOwnResets(viewer),
  ]);
  return {
    key: crypto.randomUUID(),
    facts: [
      { term: m.people_name(), text: account.name },
      { term: m.people_username(), text: account.username ?? m.people_none() },
      { term: m.people_phone(), text: account.phone ?? m.people_none() },
    ],
    authenticator: account.authenticatorSince && sayDay(account.authenticatorSince),
    hasPassword: account.passwordChangedAt !== null,
    passwordSince: account.passwordChangedAt && sayDay(account.passwordChangedAt),
    recoveryLeft: account.recoveryLeft,
    roles: await rolesOf(viewer.grants, locals.locale),
    sessions: sessions.map(({ id, kind, device, createdAt, lastSeenAt }) => ({
      id,
      kind,
      device: device || m.people_unknown_device(),
      since: sayMoment(createdAt),
      seen: sayMoment(lastSeenAt),
      here: id === locals.session?.id,
    })),
    tokens: tokens.map(({ id, name, scopes, expiresAt, lastUsedAt }) => ({
      id,
      name,
      scopes: scopes.map(scopeWord).join(', '),
      until: sayDay(expiresAt),
      used: lastUsedAt ? sayMoment(lastUsedAt) : m.people_never(),
    })),
    events: events.map(({ id, at, name, actor, device }) => ({ id, at: sayMoment(at), what: securityEventWords(name), actor, device })),
    resets: resets.map(({ slug, askedBy }) => ({ slug, askedBy })),
    scopes: tokenScopes.map((scope) => ({ value: scope, label: scopeWord(scope) })),
    steppedUp: isSteppedUp(locals.session, new Date()),
    old: url.searchParams.has('old'),
    done: doneWords(url.searchParams.get('done')),
  };
};

export const actions: Actions = {
  password: (event) =>
    formAction(event, async (form) => {
      const token = await changePassword(staffOnly(event.locals), event.locals.session, parsed(changePasswordInput.safeParse(form.values)));
      enterAs(event, token, `${paths.account()}?done=password`);
    }),
  session: (event) =>
    formAction(event, async (form) => {
      await endOwnSession(staffOnly(event.locals), form.values['session'] ?? '', { key: form.key });
      redirect(303, `${paths.account()}?done=session#sessions`);
    }),
  sessions: (event) =>
    formAction(event, async (form) => {
      await endAllSessions(staffOnly(event.locals), event.locals.session, { key: form.key });
      redirect(303, `${paths.account()}?done=sessions#sessions`);
    }),
  recovery: (event) =>
    proven(event, paths.account(), async () => ({ codes: await renewRecoveryCodes(staffOnly(event.locals), event.locals.session) })),
  replace: (event) =>
    proven(event, paths.account(), async () => {
      writeSessionCookie(event.cookies, event.url, await replaceAuthenticator(staffOnly(event.locals), event.locals.session));
      redirect(303, paths.enrol());
    }),
  token: (event) =>
    proven(event, paths.account(), async (form) => {
      const input = parsed(createAccessTokenInput.safeParse({ ...form.values, scopes: form.lists['scopes'] ?? [] }));
      const { token, expiresAt } = await createAccessToken(staffOnly(event.locals), event.locals.session, input);
      return { token, until: sayDay(new Date(expiresAt)) };
    }),
  stopReset: (event) =>
    formAction(event, async (form) => {
      const viewer = staffOnly(event.locals);
      const community = await findCommunity(form.values['community'] ?? '');
      if (!community) throw new Missing();
      await dropReset(viewer, community.id, viewer.personId ?? '', { key: form.key });
      redirect(303, `${paths.account()}?done=reset`);
    }),
  endToken: (event) =>
    formAction(event, async (form) => {
      await endAccessToken(staffOnly(event.locals), form.values['token'] ?? '', { key: form.key });
      redirect(303, `${paths.account()}?done=token#tokens`);
    }),
};

/** Each role once, with the communities it reaches; above a handful they are only counted. */
async function rolesOf(grants: Grant[], locale: 'zh-CN' | 'en'): Promise<{ role: string; where: string }[]> {
  const names = new Map((await findCommunities()).map((one) => [one.id, locale === 'en' ? (one.nameEn ?? one.name) : one.name]));
  return [...new Set(grants.map(({ role }) => role))].map((role) => {
    const ids = [...new Set(grants.filter((grant) => grant.role === role).flatMap((grant) => grant.communityIds))];
    const where =
      ids.length > 5 ? m.people_communities_count({ count: ids.length }) : ids.map((id) => names.get(id) ?? '').join(m.people_and());
    return { role, where };
  });
}

function scopeWord(scope: string): string {
  if (scope === 'voices:read') return m.people_scope_voices_read();
  return scope === 'voices:write' ? m.people_scope_voices_write() : m.people_scope_statistics_read();
}

function doneWords(done: string | null): string | null {
  if (done === 'password') return m.people_done_password();
  if (done === 'session') return m.people_done_session();
  if (done === 'sessions') return m.people_done_sessions();
  if (done === 'recovery') return m.people_done_recovery();
  if (done === 'reset') return m.security_reset_dropped();
  return done === 'token' ? m.people_done_token() : null;
}
