import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { day, text } from './inputs.ts';
import { reachOrganization, type OrganizationRef } from './load-organization.ts';
import { forbidIf, whyNotKeep } from './why-not-organize.ts';

export const fileOrganizationInput = z.object({ reference: text(80), on: day });
export type FileOrganization = z.infer<typeof fileOrganizationInput>;

/** Notes that the street has it on file, under which reference and since when: once a year (M18). */
export async function fileOrganization(
  viewer: Viewer,
  ref: OrganizationRef,
  input: FileOrganization,
  how?: How,
): Promise<{ organizationId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'organization.file', input: [ref, input] }, how, async (act) => {
    const { communityId, id: organizationId, kind, ended } = await reachOrganization(act, ref);
    forbidIf(whyNotKeep(viewer, communityId, kind));
    refuseIf(ended ? 'organizations.ended' : null);
    await act.trx
      .insertInto('organization_filings')
      .values({
        community_id: communityId,
        id: newId(act.now),
        organization_id: organizationId,
        reference: input.reference,
        filed_on: input.on,
        noted_at: act.now,
        noted_by: viewer.personId ?? '',
      })
      .execute();
    await recordEvent(act, {
      communityId,
      name: 'organization.filed',
      subjectId: organizationId,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
    });
    return { organizationId };
  });
}
