import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { isPartyModuleOn } from './find-module.ts';
import { day, id, name, text } from './inputs.ts';
import { loadOrganization } from './load-organization.ts';
import { leadModes, onlyOnce, organizationKinds, partyLevels, whyNotUnderLevel } from './organization.ts';
import { forbidIf, whyNotKeep } from './why-not-organize.ts';

export const foundOrganizationInput = z.object({
  kind: z.enum(organizationKinds, 'input.choose'),
  level: z.enum(partyLevels, 'input.choose').optional(),
  parentId: id.optional(),
  name,
  nameEn: text(120).optional(),
  purpose: text(500).optional(),
  capacity: text(300).optional(),
  leadMode: z.enum(leadModes, 'input.choose').default('joint'),
  phone: text(40).optional(),
  foundedOn: day.optional(),
});
export type FoundOrganization = z.infer<typeof foundOrganizationInput>;

/**
 * Enters an organization into the register. Throws Invalid when the name is taken or it can't stand where it is put;
 * Refused when there is one already, or for the Party organisation while that part of the house is switched off.
 */
export async function foundOrganization(
  viewer: Viewer,
  communityId: number,
  input: FoundOrganization,
  how?: How,
): Promise<{ organizationId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'organization.found', input: [communityId, input] }, how, async (act) => {
    forbidIf(whyNotKeep(viewer, communityId, input.kind));
    await assertPossible(act, communityId, input);
    const organizationId = newId(act.now);
    await act.trx
      .insertInto('organizations')
      .values({
        community_id: communityId,
        id: organizationId,
        kind: input.kind,
        level: input.level ?? null,
        parent_id: input.parentId ?? null,
        name: input.name,
        name_en: input.nameEn ?? null,
        purpose: input.purpose ?? null,
        capacity: input.capacity ?? null,
        lead_mode: input.leadMode,
        phone: input.phone ?? null,
        founded_on: input.foundedOn ?? null,
        created_at: act.now,
        created_by: viewer.personId,
      })
      .execute();
    await recordEvent(act, {
      communityId,
      name: 'organization.founded',
      subjectId: organizationId,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
      data: { kind: input.kind },
    });
    return { organizationId };
  });
}

async function assertPossible(
  { trx }: Act,
  communityId: number,
  { kind, level, parentId, name: called }: FoundOrganization,
): Promise<void> {
  const party = kind === 'party_organization';
  if (party && !level) throw new Invalid([{ field: 'level', code: 'input.choose' }]);
  if (!party && level) throw new Invalid([{ field: 'level', code: 'organizations.level-not-there' }]);
  refuseIf(party && !(await isPartyModuleOn(trx, communityId)) ? 'organizations.module-off' : null);
  const parent = parentId ? await loadOrganization(trx, { communityId, id: parentId }) : null;
  if (parentId && (!parent || parent.ended || parent.kind !== kind)) throw new Invalid([{ field: 'parentId', code: 'input.not-found' }]);
  const misplaced = level ? whyNotUnderLevel(level, parent?.level ?? null) : null;
  if (misplaced) throw new Invalid([{ field: 'parentId', code: misplaced }]);
  const alike = await trx
    .selectFrom('organizations')
    .select('name')
    .where('community_id', '=', communityId)
    .where('kind', '=', kind)
    .where('ended_at', 'is', null)
    .execute();
  if (alike.some((one) => one.name === called)) throw new Invalid([{ field: 'name', code: 'organizations.name-taken' }]);
  refuseIf(onlyOnce.includes(kind) && alike.length > 0 ? 'organizations.there-is-one' : null);
}
