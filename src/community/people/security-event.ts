import { newId } from '#foundation/ids.ts';
import { openSubjectKey } from '#foundation/personal/index.ts';
import { appendToLedger } from '#foundation/server/append-to-ledger.ts';
import { enqueue } from '#foundation/server/jobs.ts';
import type { Act, Json } from '#foundation/server/perform.ts';
import { isToldByMessage } from './security/event-kinds.ts';

export type SecurityEvent = {
  /** e.g. `sign_in.failed`, `role.given` */
  name: string;
  personId?: string | null;
  /** null: not known, or the house itself; left out: the person themselves */
  actorId?: string | null;
  communityId?: number | null;
  data?: { [key: string]: Json };
};

/** What stands in the public ledger too, as a commitment: power given and taken. Who it is about stays closed. */
const logged = ['role.given', 'role.ended', 'person.disabled', 'person.enabled'];

/** Writes down what happened at the door, and has its owner told of a change to their keys. `data` holds identifiers and codes only: no password, no code, no number. */
export async function recordSecurityEvent(act: Act, event: SecurityEvent): Promise<void> {
  const { trx, now } = act;
  const id = newId(now);
  await trx
    .insertInto('security_events')
    .values({
      id,
      at: now,
      name: event.name,
      person_id: event.personId ?? null,
      actor_id: event.actorId === undefined ? (event.personId ?? null) : event.actorId,
      community_id: event.communityId ?? null,
      data: JSON.stringify(event.data ?? {}),
    })
    .execute();
  // Residents come and go; their role is no power over anybody, and how many register on a day is nobody's business.
  if (logged.includes(event.name) && event.data?.['role'] !== 'resident') await logIt(act, id, event);
  const { personId, name, data } = event;
  if (personId && isToldByMessage(name) && data?.['first'] !== true) await enqueue(act, 'tell-of-change', { personId, name });
}

async function logIt(act: Act, id: string, { name, personId, actorId, communityId, data }: SecurityEvent): Promise<void> {
  const under = personId ? await openSubjectKey(act.trx, { communityId: 0, id: personId }) : null;
  const content = { event: name, id, at: act.now.toISOString(), person: personId ?? null, by: actorId ?? null, data: data ?? {} };
  await appendToLedger(act, { type: name, ...(communityId && { communityId }), id, content, under });
}
