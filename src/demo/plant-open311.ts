import { newId } from '#foundation/ids.ts';
import { hashToken } from '#foundation/secrets/index.ts';
import type { Ground } from './town.ts';

/** Printed in the documentation, so that anybody can try. A real installation has no such key. */
const demoKey = 'demo-open311';

const spots = [
  { key: 'stairwell', zh: '楼道', en: 'Stairwell' },
  { key: 'courtyard', zh: '院子', en: 'Courtyard' },
  { key: 'street', zh: '路边', en: 'Street' },
  { key: 'playground', zh: '活动场地', en: 'Playground' },
];
const asked = [
  {
    category: 'facilities',
    code: 'spot',
    datatype: 'singlevaluelist',
    required: true,
    question_zh: '坏的东西在哪里？',
    question_en: 'Where is the thing that is broken?',
    hint_zh: '选一个',
    hint_en: 'Choose one',
    choices: spots,
  },
  {
    category: 'facilities',
    code: 'lamp_number',
    datatype: 'string',
    required: false,
    question_zh: '牌子上的编号是多少？',
    question_en: 'Which number is on its plate?',
    hint_zh: '没有就空着',
    hint_en: 'Leave it out if there is none',
    choices: [],
  },
  {
    category: 'facilities',
    code: 'seen_at',
    datatype: 'datetime',
    required: false,
    question_zh: '什么时候看到的？',
    question_en: 'When did you see it?',
    hint_zh: '带时区的日期和时间',
    hint_en: 'Date and time with a time zone',
    choices: [],
  },
];

/** What programs need to try Open311 here: a key everybody knows, words read at once, and one service that asks for more. */
export async function plantOpen311({ trx }: Ground, communityIds: number[], since: Date): Promise<void> {
  await trx.updateTable('communities').set({ open311_words: 'at_once' }).where('id', 'in', communityIds).execute();
  await trx
    .insertInto('program_keys')
    .values(
      communityIds.map((communityId) => ({
        community_id: communityId,
        id: newId(since),
        name: '试用',
        key_hash: hashToken(demoKey),
        issued_at: since,
      })),
    )
    .execute();
  const rows = communityIds.flatMap((communityId) =>
    asked.map((one, at) => ({ community_id: communityId, ...one, sort: at + 1, choices: JSON.stringify(one.choices) })),
  );
  await trx.insertInto('service_attributes').values(rows).execute();
}
