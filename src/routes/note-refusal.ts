import type { RequestEvent } from '@sveltejs/kit';
import { logUnforeseen } from '#foundation/log-unforeseen.ts';
import { recordRefusal } from '#community/people/index.ts';

/** Has it written down that somebody was turned away here. Nobody waits for it, and its failure changes no answer. */
export function noteRefusal(event: RequestEvent, status: number, crossSite = false): void {
  const door = event.route.id;
  if (!door || (status !== 403 && status !== 404 && status !== 429)) return;
  const turned = { status, door: door.replaceAll(/\/\([^)]*\)/gu, ''), slug: event.params['community'], crossSite };
  recordRefusal(event.locals.viewer, turned).catch((error: unknown) => logUnforeseen('note of a refusal', error));
}
