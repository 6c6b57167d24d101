import { z } from 'zod';
import { Forbidden } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, hasRole, recordSecurityEvent, type Viewer } from '#community/people/index.ts';

/** Whether everybody reads at once what programs bring (Open311), or only words cleared by a person. */
export const open311Words = ['after_clearing', 'at_once'] as const;
export type Open311Words = (typeof open311Words)[number];

export const chooseOpen311WordsInput = z.object({ words: z.enum(open311Words, 'input.choose') });
export type ChooseOpen311Words = z.infer<typeof chooseOpen311WordsInput>;

/** The administrator's choice for one community; it counts for what was brought earlier, too. Throws Forbidden. */
export async function chooseOpen311Words(viewer: Viewer, communityId: number, input: ChooseOpen311Words, how?: How): Promise<Open311Words> {
  if (viewer.kind !== 'staff' || !hasRole(viewer, communityId, 'administrator')) throw new Forbidden();
  return perform({ actor: actorKey(viewer), verb: 'community.open311', input: [communityId, input] }, how, async (act) => {
    await act.trx.updateTable('communities').set({ open311_words: input.words }).where('id', '=', communityId).execute();
    await recordSecurityEvent(act, { name: 'community.open311', actorId: viewer.personId, communityId, data: { words: input.words } });
    return input.words;
  });
}

export async function findOpen311Words(communityId: number): Promise<Open311Words> {
  const row = await database().selectFrom('communities').select('open311_words').where('id', '=', communityId).executeTakeFirstOrThrow();
  return row.open311_words === 'at_once' ? 'at_once' : 'after_clearing';
}
