import { redirect, type RequestEvent } from '@sveltejs/kit';
import { Forbidden } from '#foundation/refusal.ts';
import { isSteppedUp } from '#community/people/index.ts';
import { paths } from '#paths';
import { formAction, type FormData_ } from '../form-action.ts';

/** A page that needs a fresh proof asks for it before anything is typed, and leads back here. */
export function provenFirst(event: { locals: App.Locals; url: URL }): void {
  if (!isSteppedUp(event.locals.session, new Date())) redirect(303, paths.stepUp(event.url.pathname));
}

/** An action that needs a fresh proof: without one, first to the page that asks for it, then back to `back`. */
export function proven<T>(event: RequestEvent, back: string, work: (form: FormData_) => Promise<T>) {
  return formAction(event, async (form) => {
    try {
      return await work(form);
    } catch (error) {
      if (error instanceof Forbidden && error.code === 'step-up.needed') redirect(303, paths.stepUp(back));
      throw error;
    }
  });
}
