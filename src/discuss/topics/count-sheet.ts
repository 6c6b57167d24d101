import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Missing, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { signedIn } from '#listen/voices/index.ts';
import { reachThresholds } from './count-support.ts';
import { reachTopic, type TopicRef } from './load-topic.ts';
import { recordTopic } from './record-topic.ts';
import { supportBases, type Topic } from './topic.ts';
import { whyNotCountSheet } from './why-not-topic.ts';

const whole = z.coerce.number('input.not-usable').int('input.not-usable').min(0, 'input.not-usable').max(2000, 'input.not-usable');

/** `signatures`: on the sheet; `struck`: of those not entitled, twice there, or unreadable. `sheetId`: of a second count. */
export const countTopicSheetInput = z
  .object({
    sheetId: z.uuid('input.not-usable').optional(),
    basis: z.enum(supportBases, 'input.choose').default('persons'),
    signatures: whole.min(1, 'input.needed'),
    struck: whole.default(0),
  })
  .refine(({ signatures, struck }) => struck <= signatures, { path: ['struck'], message: 'topic.struck-too-many' });
export type CountTopicSheet = z.infer<typeof countTopicSheetInput>;

/** A sheet is counted by one and again by another; it counts once both counts are alike. Throws Missing, Refused. */
export async function countTopicSheet(viewer: Viewer, ref: TopicRef, input: CountTopicSheet, how?: How): Promise<{ sheetId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'topic.count_sheet', input: [ref, input] }, how, async (act) => {
    const topic = await reachTopic(act.trx, ref);
    refuseIf(whyNotCountSheet(topic, viewer, null));
    const second = input.sheetId !== undefined;
    const sheetId = second ? await recount(act, viewer, topic, input, input.sheetId ?? '') : await count(act, viewer, topic, input);
    await recordTopic(act, viewer, topic, second ? 'sheet_recounted' : 'sheet_counted');
    if (second) await reachThresholds(act, viewer, topic);
    return { sheetId };
  });
}

async function count({ trx, now }: Act, viewer: Viewer, topic: Topic, { basis, signatures, struck }: CountTopicSheet): Promise<string> {
  const id = newId(now);
  await trx
    .insertInto('topic_support_sheets')
    .values({
      community_id: topic.communityId,
      id,
      topic_id: topic.id,
      basis,
      signatures,
      struck,
      counted_at: now,
      counted_by: signedIn(viewer),
    })
    .execute();
  return id;
}

async function recount({ trx, now }: Act, viewer: Viewer, topic: Topic, input: CountTopicSheet, id: string): Promise<string> {
  const sheet = await trx
    .selectFrom('topic_support_sheets')
    .select(['signatures', 'struck', 'counted_by', 'recounted'])
    .where('community_id', '=', topic.communityId)
    .where('topic_id', '=', topic.id)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!sheet) throw new Missing();
  refuseIf(whyNotCountSheet(topic, viewer, { countedBy: sheet.counted_by, recounted: sheet.recounted !== null }));
  refuseIf(sheet.signatures === input.signatures && sheet.struck === input.struck ? null : 'topic.counts-differ');
  await trx
    .updateTable('topic_support_sheets')
    .set({ recounted: input.signatures - input.struck, recounted_at: now, recounted_by: viewer.personId })
    .where('community_id', '=', topic.communityId)
    .where('id', '=', id)
    .execute();
  return id;
}
