import { redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { worksOnMeetings } from '#discuss/meetings/index.ts';
import type { Viewer } from '#community/people/index.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { paths } from '#paths';
import { formAction, type FormData_, type FormProblems } from '../../../../form-action.ts';
import { deskAt, type Desk } from '../../../shell.ts';

// The desk of one meeting: who may stand there, and how each of its steps is taken.

type Here = RequestEvent<{ community: string; meeting: string }>;
type Ref = { communityId: number; number: string };

export async function meetingDeskAt(locals: App.Locals, slug: string): Promise<Desk> {
  const desk = await deskAt(locals, slug);
  if (!worksOnMeetings(desk.viewer, desk.community.id)) throw new Forbidden();
  return desk;
}

/** One step of a meeting, then back to its page; `to`: another page of it. */
export function step(
  event: Here,
  work: (viewer: Viewer, ref: Ref, form: FormData_) => Promise<unknown>,
  to: (community: string, meeting: string) => string = paths.staffMeeting,
): Promise<ActionFailure<FormProblems> | undefined> {
  return formAction(event, async (form) => {
    const { viewer, community } = await meetingDeskAt(event.locals, event.params.community);
    await work(viewer, { communityId: community.id, number: event.params.meeting }, form);
    const address = to(community.slug, event.params.meeting);
    redirect(303, `${address}${address.includes('?') ? '&' : '?'}done=saved`);
  });
}

/** Lines somebody typed, one thing each. */
export function linesOf(text: string | undefined): string[] {
  return (text ?? '').split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}
