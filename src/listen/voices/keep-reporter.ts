import { draftSubjectKey, phoneIndex, type SubjectKey } from '#foundation/personal/index.ts';
import { newId } from '#foundation/ids.ts';
import type { Act } from '#foundation/server/perform.ts';
import type { SubmitVoice } from './submit-voice.ts';

/**
 * Who spoke, in one statement with their key, under which everything about them stands. `personId`: their own sign-in,
 * never that of the clerk who wrote it down.
 */
export async function keepReporter(
  { trx, now }: Act,
  communityId: number,
  input: SubmitVoice,
  personId: string | null,
): Promise<SubjectKey> {
  const reporterId = newId(now);
  const anonymous = input.privacy === 'anonymous';
  const { key, row } = await draftSubjectKey(now, { communityId, id: reporterId });
  const seal = (column: string, text: string | undefined) =>
    text === undefined || anonymous ? null : key.seal({ table: 'reporters', column, row: reporterId }, text);
  await trx
    .with('key', (db) => db.insertInto('subject_keys').values(row))
    .insertInto('reporters')
    .values({
      community_id: communityId,
      id: reporterId,
      person_id: anonymous ? null : personId,
      name_sealed: seal('name_sealed', input.name),
      phone_sealed: seal('phone_sealed', input.phone),
      phone_index: input.phone === undefined || anonymous ? null : phoneIndex(input.phone),
      email_sealed: seal('email_sealed', input.email),
      contact_hours: input.contactHours ?? null,
      locale: input.locale,
      created_at: now,
    })
    .execute();
  return key;
}
