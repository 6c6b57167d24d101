import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Forbidden, Missing } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, mayKeepProgramKeys, type Viewer } from '#community/people/index.ts';
import { endAsked } from './keep-attribute.ts';

export const endAttributeInput = z.object({ category: z.string('input.needed').max(40), code: z.string('input.needed').max(40) });
export type EndAttribute = z.infer<typeof endAttributeInput>;

/** Asks a question no longer; what was answered stays with its voice. The administrator's. Throws Forbidden, Missing. */
export async function endAttribute(viewer: Viewer, communityId: number, input: EndAttribute, how?: How): Promise<{ code: string }> {
  if (!mayKeepProgramKeys(viewer, communityId)) throw new Forbidden();
  return perform({ actor: actorKey(viewer), verb: 'service_attribute.end', input: [communityId, input] }, how, async (act) => {
    const { category, code } = input;
    if ((await endAsked(act, viewer, communityId, category, code)) === null) throw new Missing();
    await recordEvent(act, {
      communityId,
      name: 'service_attribute.ended',
      subjectId: newId(act.now),
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
      data: { category, code },
    });
    return { code };
  });
}
