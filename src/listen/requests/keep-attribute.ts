import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Forbidden, Invalid } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, mayKeepProgramKeys, type Viewer } from '#community/people/index.ts';
import { findCategories, words } from '#listen/voices/index.ts';
import { datatypes, type Choice } from './civic-service.ts';

/** `choices`: one a line, as `key | Chinese | English`. `variable` false: only something to read. */
export const keepAttributeInput = z
  .object({
    category: z.string('input.choose').min(1, 'input.choose').max(40, 'input.not-found'),
    code: z.string('input.needed').regex(/^[A-Za-z0-9_-]{1,40}$/, 'open311.not-a-code'),
    datatype: z.enum(datatypes, 'input.choose'),
    required: z.boolean().default(false),
    variable: z.boolean().default(true),
    questionZh: words(200),
    questionEn: words(200),
    hintZh: words(200).optional(),
    hintEn: words(200).optional(),
    choices: z.string().max(8000, 'input.too-long').default(''),
  })
  .superRefine((input, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (input.required && !input.variable) wrong('required', 'open311.nothing-to-fill-in');
    if ((input.hintZh === undefined) !== (input.hintEn === undefined)) wrong(input.hintZh ? 'hintEn' : 'hintZh', 'open311.both-languages');
    const choices = readChoices(input.choices);
    if (input.datatype.endsWith('list') && choices === null) wrong('choices', 'open311.choices-needed');
    if (!input.datatype.endsWith('list') && input.choices.trim() !== '') wrong('choices', 'open311.no-choices-here');
  });
export type KeepAttribute = z.infer<typeof keepAttributeInput>;

/** Adds a question to a service, or asks it differently from now on. The administrator's. Throws Forbidden, Invalid. */
export async function keepAttribute(viewer: Viewer, communityId: number, input: KeepAttribute, how?: How): Promise<{ code: string }> {
  if (!mayKeepProgramKeys(viewer, communityId)) throw new Forbidden();
  const { category, code } = input;
  if (!(await findCategories()).some((each) => each.code === category)) throw new Invalid([{ field: 'category', code: 'input.not-found' }]);
  return perform({ actor: actorKey(viewer), verb: 'service_attribute.keep', input: [communityId, input] }, how, async (act) => {
    const before = await endAsked(act, viewer, communityId, category, code);
    await act.trx
      .insertInto('service_attributes')
      .values({
        community_id: communityId,
        id: newId(act.now),
        category,
        code,
        sort: before ?? (await lastOf(act, communityId, category)) + 1,
        datatype: input.datatype,
        required: input.required,
        variable: input.variable,
        question_zh: input.questionZh,
        question_en: input.questionEn,
        hint_zh: input.hintZh ?? null,
        hint_en: input.hintEn ?? null,
        choices: JSON.stringify(readChoices(input.choices) ?? []),
        asked_since: act.now,
        asked_by: viewer.personId,
      })
      .execute();
    await recordEvent(act, {
      communityId,
      name: 'service_attribute.kept',
      subjectId: newId(act.now),
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
      data: { category, code, changed: before !== null },
    });
    return { code };
  });
}

/** Ends the question as it is asked now; its place in the order, null when there was none. */
export async function endAsked(act: Act, viewer: Viewer, communityId: number, category: string, code: string): Promise<number | null> {
  const ended = await act.trx
    .updateTable('service_attributes')
    .set({ ended_at: act.now, ended_by: viewer.personId })
    .where('community_id', '=', communityId)
    .where('category', '=', category)
    .where('code', '=', code)
    .where('ended_at', 'is', null)
    .returning('sort')
    .executeTakeFirst();
  return ended?.sort ?? null;
}

async function lastOf({ trx }: Act, communityId: number, category: string): Promise<number> {
  const { last } = await trx
    .selectFrom('service_attributes')
    .select((eb) => eb.fn.max('sort').as('last'))
    .where('community_id', '=', communityId)
    .where('category', '=', category)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

/** Null when a line is not whole, a key stands twice, or there is none. */
function readChoices(text: string): Choice[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const choices = lines.map((line) => line.split('|').map((part) => part.trim()));
  const whole = choices.every(([key = '', zh, en, ...more]) => /^[A-Za-z0-9_-]{1,40}$/.test(key) && zh && en && more.length === 0);
  const keys = new Set(choices.map(([key]) => key));
  if (!whole || keys.size < choices.length || choices.length === 0 || choices.length > 60) return null;
  return choices.map(([key = '', zh = '', en = '']) => ({ key, zh, en }));
}
