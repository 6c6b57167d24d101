import { Forbidden } from '#foundation/refusal.ts';
import { findSettings, whyNotWrite } from '#listen/blog/index.ts';
import { hasRole } from '#community/people/index.ts';
import { deskAt, type Desk } from '../../../shell.ts';

/** The desk of the blog; next door people see there that the secretary hasn't let them write. Throws Forbidden for others. */
export async function blogDeskAt(locals: App.Locals, slug: string): Promise<Desk & { whyNot: string | null }> {
  const desk = await deskAt(locals, slug);
  const { viewer, community } = desk;
  const serves = hasRole(viewer, community.id, 'community_worker', 'community_secretary', 'liaison_officer', 'building_chief');
  if (!serves) throw new Forbidden();
  return { ...desk, whyNot: whyNotWrite(viewer, community.id, await findSettings(community.id)) };
}

/** The same for those who write. Throws Forbidden for everybody else who serves. */
export async function writingDeskAt(locals: App.Locals, slug: string): Promise<Desk> {
  const desk = await blogDeskAt(locals, slug);
  if (desk.whyNot) throw new Forbidden();
  return desk;
}
