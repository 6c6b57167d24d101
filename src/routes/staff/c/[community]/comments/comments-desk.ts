import { Forbidden } from '#foundation/refusal.ts';
import { seesComments } from '#listen/blog/index.ts';
import { deskAt, type Desk } from '../../../shell.ts';

/** The desk of those who look after comments. Throws Forbidden for everybody else who serves. */
export async function commentsDeskAt(locals: App.Locals, slug: string): Promise<Desk> {
  const desk = await deskAt(locals, slug);
  if (!seesComments(desk.viewer, desk.community.id)) throw new Forbidden();
  return desk;
}
