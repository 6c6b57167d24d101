import { destroySubjectKey } from '#foundation/personal/index.ts';
import type { Act } from '#foundation/server/perform.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { dropConsents } from './consents.ts';
import { eraseFields } from './erase-fields.ts';
import { eraseVisitsOf } from './erase-visit-data.ts';
import { eraseVoiceData, keepErasure, type Eraser } from './erase-voice-data.ts';
import type { Erasure } from './erasure-journal.ts';
import { spokenBy } from './spoken-by.ts';

/**
 * Within a command: erases what one community keeps of somebody, their voices and the visits to their home with it. Where they are at home in no other
 * community their sign-in goes, too: name, telephone, password, card, sessions, tokens. Somebody who serves keeps their
 * name beside what they did; the caller asks `servesAnywhere` first.
 */
export async function erasePersonData(act: Act, by: Eraser, communityId: number, personId: string): Promise<Erasure[]> {
  const { trx, now } = act;
  const spoken = await spokenBy(act, communityId, personId).orderBy('voices.id').execute();
  const erased: (Erasure | null)[] = [];
  for (const voice of spoken) erased.push(await eraseVoiceData(act, by, communityId, voice.id));
  erased.push(...(await eraseVisitsOf(act, by, communityId, personId)));
  await eraseFields(act, 'author', communityId, personId);
  await dropConsents(act, by.personId, communityId, { personId });
  await trx
    .updateTable('roles')
    .set({ ended_at: now, ended_by: by.personId, place_id: null })
    .where('community_id', '=', communityId)
    .where('person_id', '=', personId)
    .where('role', '=', 'resident')
    .where('ended_at', 'is', null)
    .execute();
  if (!(await isAtHomeElsewhere(act, personId))) erased.push(await eraseAccount(act, by, communityId, personId));
  return erased.filter((one) => one !== null);
}

/** Whether somebody serves, or served: then their name stands beside decisions that others rely on. */
export async function servesAnywhere({ trx }: Pick<Act, 'trx'>, personId: string): Promise<boolean> {
  const served = await trx
    .selectFrom('roles')
    .select('id')
    .where('person_id', '=', personId)
    .where('role', '<>', 'resident')
    .limit(1)
    .executeTakeFirst();
  return served !== undefined;
}

async function isAtHomeElsewhere({ trx }: Act, personId: string): Promise<boolean> {
  const role = await trx
    .selectFrom('roles')
    .select('id')
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return role !== undefined;
}

async function eraseAccount(act: Act, by: Eraser, communityId: number, personId: string): Promise<Erasure | null> {
  const { trx, now } = act;
  const ended = await trx
    .updateTable('people')
    .set({ ended_at: now, ended_by: by.personId })
    .where('id', '=', personId)
    .where('erased_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!ended) return null;
  await eraseFields(act, 'person', null, personId);
  await trx.deleteFrom('invitations').where('person_id', '=', personId).execute();
  await trx.deleteFrom('idempotency_keys').where('actor', '=', `person:${personId}`).execute();
  await trx.deleteFrom('feed_subscriptions').where('person_id', '=', personId).execute();
  await trx.updateTable('data_requests').set({ wish: null }).where('person_id', '=', personId).execute();
  await trx.updateTable('roles').set({ place_id: null }).where('person_id', '=', personId).where('role', '=', 'resident').execute();
  await destroySubjectKey(act, { communityId: 0, id: personId }, { by: by.personId, reason: 'erased' });
  await recordSecurityEvent(act, { name: 'person.erased', personId, actorId: by.personId, communityId });
  return keepErasure(act, by, { communityId, about: 'person', subjectId: personId, photos: [] });
}
