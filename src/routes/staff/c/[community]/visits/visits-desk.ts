import { shanghaiDay } from '#foundation/calendar/index.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { worksOnVisits, type Visitor } from '#listen/visits/index.ts';
import { readPhotos, type NewPhoto } from '#listen/voices/index.ts';
import { m } from '#words';
import type { FormData_ } from '../../../../form-action.ts';
import { voicesDeskAt, type Desk } from '../../../shell.ts';

/** The desk of those who visit: the officers of an area and the office. Throws Missing, Forbidden. */
export async function visitsDeskAt(locals: App.Locals, slug: string): Promise<Desk> {
  const desk = await voicesDeskAt(locals, slug);
  if (!worksOnVisits(desk.viewer, desk.community.id)) throw new Forbidden();
  return desk;
}

/** Those who visit, to choose from: an officer with the area. */
export function visitorChoices(visitors: readonly Visitor[], without: string | null = null): { value: string; label: string }[] {
  return visitors
    .filter(({ personId }) => personId !== without)
    .map(({ personId, name, area }) => ({ value: personId, label: area ? m.visits_plan_area({ name, area }) : name }));
}

/** Now in Shanghai, as a field for date and time wants it. */
export function nowForField(now: Date = new Date()): string {
  return `${shanghaiDay(now)}T${new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)}`;
}

/** The photos of a form, re-encoded. Throws Invalid. */
export async function photosOf({ files }: FormData_): Promise<NewPhoto[]> {
  return readPhotos(await Promise.all((files['photos'] ?? []).map(async (file) => ({ bytes: new Uint8Array(await file.arrayBuffer()) }))));
}
