import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { loadResolution, selectResolutions, type Resolution, type ResolutionRef } from './load-resolution.ts';
import { isPaperPending } from './step-resolution.ts';
import type { ResolutionStep } from './resolution.ts';
import { isOwed } from './why-not-resolution.ts';

/** Published ones for everybody; the office sees all. Newest first, at most 200. */
export async function findResolutions(viewer: Viewer, communityId: number): Promise<Resolution[]> {
  return selectResolutions(database(), viewer, communityId, sql`true`);
}

/** Those of one meeting. */
export async function findResolutionsOf(viewer: Viewer, communityId: number, meetingId: string): Promise<Resolution[]> {
  return selectResolutions(database(), viewer, communityId, sql`r.meeting_id = ${meetingId}::uuid`);
}

/** D10: adopted, and nobody has said yet what comes of them. For the office. */
export async function findOwedResolutions(viewer: Viewer, communityId: number): Promise<Resolution[]> {
  return (await findResolutions(viewer, communityId)).filter(isOwed);
}

type StepTaken = { step: ResolutionStep; reason: string | null; reference: string | null; at: Date; by: string };
export type Objection = { id: string; words: string; at: Date; outcome: string | null; reason: string | null; decidedAt: Date | null };
/** `by` of a step: who in the office, by name. `objections`: their words without who said them. */
export type ResolutionPage = {
  resolution: Resolution;
  steps: StepTaken[];
  objections: Objection[];
  commitments: { number: string; text: string; dueOn: string }[];
  latePending: boolean;
};

/** One resolution with all that followed. Promises once they are published. Throws Missing. */
export async function findResolution(viewer: Viewer, ref: ResolutionRef): Promise<ResolutionPage> {
  const db = database();
  const resolution = await loadResolution(db, viewer, ref);
  const { communityId, id } = resolution;
  const [steps, objections, commitments, latePending] = await Promise.all([
    db
      .selectFrom('resolution_steps as s')
      .innerJoin('people', 'people.id', 's.taken_by')
      .select(['s.step', 's.reason', 's.reference', 's.taken_at as at', 'people.name as by'])
      .$narrowType<{ step: ResolutionStep; by: string }>()
      .where('s.community_id', '=', communityId)
      .where('s.resolution_id', '=', id)
      .orderBy('s.taken_at')
      .orderBy('s.id')
      .execute(),
    db
      .selectFrom('resolution_objections')
      .select(['id', 'words', 'objected_at as at', 'outcome', 'reason', 'decided_at as decidedAt'])
      .where('community_id', '=', communityId)
      .where('resolution_id', '=', id)
      .orderBy('objected_at')
      .execute(),
    db
      .selectFrom('commitments')
      .select([sql<string>`year || '-' || serial`.as('number'), 'text', sql<string>`to_char(due_on, 'YYYY-MM-DD')`.as('dueOn')])
      .where('community_id', '=', communityId)
      .where('resolution_id', '=', id)
      .where('published_at', 'is not', null)
      .orderBy('year')
      .orderBy('serial')
      .execute(),
    isPaperPending(db, resolution),
  ]);
  return { resolution, steps, objections, commitments, latePending };
}
