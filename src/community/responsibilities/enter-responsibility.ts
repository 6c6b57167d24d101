import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Forbidden, Invalid } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { holders, standings } from './responsibility.ts';
import { whyNotKeepResponsibilities } from './why-not-responsibility.ts';

/** `category`: what kind of voice it is about; `basis`: the article or contract it rests on, such as `RC 12`. */
export const enterResponsibilityInput = z
  .object({
    holder: z.enum(holders, 'input.choose'),
    standing: z.enum(standings, 'input.choose'),
    matter: z.string().trim().min(1, 'input.needed').max(120, 'input.too-long'),
    category: z
      .string()
      .regex(/^[a-z_]{1,40}$/, 'input.choose')
      .optional(),
    basis: z.string().trim().min(1, 'input.needed').max(80, 'input.too-long').optional(),
  })
  .refine(({ standing, holder }) => standing !== 'residents_can' || holder === 'residents_groups', {
    path: ['holder'],
    message: 'responsibility.residents-only',
  });
export type EnterResponsibility = z.infer<typeof enterResponsibilityInput>;

/** One line in the register. Throws Forbidden; Invalid when the same stands there already. */
export async function enterResponsibility(
  viewer: Viewer,
  communityId: number,
  input: EnterResponsibility,
  how?: How,
): Promise<{ responsibilityId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'responsibility.enter', input: [communityId, input] }, how, async (act) => {
    const why = whyNotKeepResponsibilities(viewer, communityId);
    if (why) throw new Forbidden(why);
    const responsibilityId = await insertResponsibility(act, viewer, communityId, input);
    if (!responsibilityId) throw new Invalid([{ field: 'matter', code: 'responsibility.stands-there' }]);
    return { responsibilityId };
  });
}

/** Within a command; null when the same holder has the same matter already. Throws Invalid for an unknown category. */
export async function insertResponsibility(
  act: Act,
  viewer: Viewer,
  communityId: number,
  { holder, standing, matter, category, basis }: EnterResponsibility,
): Promise<string | null> {
  const known = category && (await act.trx.selectFrom('categories').select('code').where('code', '=', category).executeTakeFirst());
  if (category && !known) throw new Invalid([{ field: 'category', code: 'input.choose' }]);
  const row = await act.trx
    .insertInto('responsibilities')
    .values({
      community_id: communityId,
      id: newId(act.now),
      holder,
      standing,
      matter,
      category: category ?? null,
      basis: basis ?? null,
      entered_at: act.now,
      entered_by: viewer.personId,
    })
    .onConflict((conflict) => conflict.columns(['community_id', 'holder', 'matter']).where('ended_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return null;
  await recordEvent(act, {
    communityId,
    name: 'responsibility.entered',
    subjectId: row.id,
    actorId: viewer.personId,
    actorRole: actingRole(viewer, communityId),
    data: { holder, standing },
  });
  return row.id;
}
