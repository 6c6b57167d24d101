import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Act } from '#foundation/server/perform.ts';
import type { Answers, Consultation, Question, SlipChannel } from './consultation.ts';
import { receiptHash } from './units.ts';

type Slip = { channel: SlipChannel; unit: Buffer; receipt: string; answers: Answers };

/**
 * Within a command: one unit has answered, and there is one slip more. Both stand apart and have nothing in common: the
 * slip's id tells no time. False when this unit has answered already; then nothing is kept.
 */
export async function keepSlip({ trx }: Act, one: Consultation, questions: readonly Question[], slip: Slip): Promise<boolean> {
  const here = { community_id: one.communityId, consultation_id: one.id };
  const claimed = await trx
    .insertInto('consultation_participations')
    .values({ ...here, unit: slip.unit })
    .onConflict((conflict) => conflict.doNothing())
    .returning('unit')
    .executeTakeFirst();
  if (!claimed) return false;
  const id = randomUUID();
  await trx
    .insertInto('consultation_slips')
    .values({ ...here, id, channel: slip.channel, choices: JSON.stringify(slip.answers.choices), receipt: receiptHash(one, slip.receipt) })
    .execute();
  const texts = questions.flatMap(({ id: question, position }) => {
    const words = slip.answers.texts[position];
    return words === undefined ? [] : [{ ...here, id: randomUUID(), slip_id: id, question_id: question, words }];
  });
  if (texts.length > 0) await trx.insertInto('consultation_texts').values(texts).execute();
  return true;
}

/** Whether this very intent has been kept before: then the same receipt is handed out again. */
export async function isKept({ trx }: Pick<Act, 'trx'>, one: Consultation, receipt: string): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`select exists (select from consultation_slips where community_id = ${one.communityId}
    and consultation_id = ${one.id} and receipt = ${receiptHash(one, receipt)}) as kept`.execute(trx);
  return rows[0]?.kept ?? false;
}
