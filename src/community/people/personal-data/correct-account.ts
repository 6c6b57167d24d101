import { z } from 'zod';
import { Forbidden } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { line } from '../inputs.ts';
import { keepName } from './keep-person.ts';
import { readOwnData } from './read-personal-data.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { actorKey, type Viewer } from '../viewer.ts';

export const correctAccountInput = z.object({ name: line(60), locale: z.enum(['zh-CN', 'en'], 'input.choose') });
export type CorrectAccount = z.infer<typeof correctAccountInput>;

/**
 * Somebody puts right what stands under their own sign-in. The old value isn't kept; the record names the fields only.
 * The telephone is how they sign in: it changes at the desk. Throws Forbidden for nobody.
 */
export async function correctAccount(viewer: Viewer, input: CorrectAccount, how?: How): Promise<{ corrected: string[] }> {
  const { personId } = viewer;
  if (!personId) throw new Forbidden('sign-in.needed');
  return perform({ actor: actorKey(viewer), verb: 'account.correct', input: null }, how, async (act) => {
    const { locale } = await act.trx.selectFrom('people').select('locale').where('id', '=', personId).forUpdate().executeTakeFirstOrThrow();
    const before = { locale, name: (await readOwnData(act.trx, viewer, ['name'])).name };
    const corrected = (['name', 'locale'] as const).filter((field) => before[field] !== input[field]);
    if (corrected.length === 0) return { corrected };
    if (corrected.includes('name')) await keepName(act, personId, input.name);
    await act.trx.updateTable('people').set({ locale: input.locale }).where('id', '=', personId).execute();
    await recordSecurityEvent(act, { name: 'account.corrected', personId, data: { fields: corrected } });
    return { corrected };
  });
}
