import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { isPartyModuleOn } from './find-module.ts';
import { text } from './inputs.ts';
import { forbidIf, whyNotSwitch } from './why-not-organize.ts';

export const switchModuleInput = z.object({ state: z.enum(['on', 'off'], 'input.choose'), reason: text(300) });
export type SwitchModule = z.infer<typeof switchModuleInput>;

/** Switches the Party-organisation module, with a reason everybody can read. Nothing that was written is touched. */
export async function switchModule(viewer: Viewer, communityId: number, input: SwitchModule, how?: How): Promise<{ state: string }> {
  return perform({ actor: actorKey(viewer), verb: 'module.switch', input: [communityId, input] }, how, async (act) => {
    forbidIf(whyNotSwitch(viewer, communityId));
    // Two who switch at once come one after the other.
    await act.trx.selectFrom('communities').select('id').where('id', '=', communityId).forUpdate().execute();
    const on = await isPartyModuleOn(act.trx, communityId);
    refuseIf(on === (input.state === 'on') ? 'organizations.stands-so-already' : null);
    const id = newId(act.now);
    const { state, reason } = input;
    await act.trx
      .insertInto('module_switches')
      .values({
        community_id: communityId,
        id,
        module: 'party_organization',
        state,
        reason,
        switched_at: act.now,
        switched_by: viewer.personId ?? '',
      })
      .execute();
    await recordEvent(act, {
      communityId,
      name: 'module.switched',
      subjectId: id,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
      data: { module: 'party_organization', state },
    });
    return { state };
  });
}
