import { redirect, type RequestEvent } from '@sveltejs/kit';
import { paths } from '#paths';
import { findSignInStep, type SignInStep } from '#community/people/index.ts';
import { writeSessionCookie } from '../../session-cookie.ts';

/** Keeps the new token in the browser and goes on. */
export function enterAs(event: RequestEvent, token: string, to: string): never {
  writeSessionCookie(event.cookies, event.url, token);
  redirect(303, to);
}

/** The page that asks for a step of the sign-in. */
export function pageOf(step: SignInStep): string {
  return { password: paths.firstPassword(), enrol: paths.enrol(), code: paths.secondFactor() }[step];
}

/** Stays only where somebody half signed in is at this step; everybody else is led to where they belong. */
export async function atStep(locals: App.Locals, wanted: SignInStep): Promise<void> {
  if (locals.viewer.kind === 'staff') redirect(303, paths.staff());
  const step = await findSignInStep(locals.session);
  if (step !== wanted) redirect(303, step ? pageOf(step) : paths.signIn());
}
