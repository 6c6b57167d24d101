import type { Content } from '#foundation/commitments/index.ts';
import { newId } from '#foundation/ids.ts';
import { queueRow, type Salting } from './append-to-ledger.ts';
import type { Act, Json } from './perform.ts';

export type NewEvent = {
  communityId: number;
  name: string;
  subjectId: string;
  actorId: string | null;
  actorRole: string;
  dueAt?: Date | null;
  late?: boolean | null;
  data?: { [key: string]: Json };
};

/**
 * What the public ledger says of an event. `type`: its public name (otherwise the event's own); `number`: the voice's.
 * `content`: what was said at this step; it goes, with the facts of the event, into a commitment under the key of the
 * person it is about (`under`; null once that key is gone).
 */
export type Logged = { type?: string; number?: string; content?: Content; under: Salting | null };

/** Writes the event row of a transition. `data` holds identifiers and codes only, never what somebody said. */
export async function recordEvent({ trx, now }: Act, event: NewEvent, logged?: Logged): Promise<{ id: string }> {
  const id = newId(now);
  const row = {
    community_id: event.communityId,
    id,
    at: now,
    name: event.name,
    subject_id: event.subjectId,
    actor_id: event.actorId,
    actor_role: event.actorRole,
    due_at: event.dueAt ?? null,
    late: event.late ?? null,
    data: JSON.stringify(event.data ?? {}),
  };
  if (!logged) {
    await trx.insertInto('events').values(row).execute();
    return { id };
  }
  const { type = event.name, number, under } = logged;
  const content = committedContent({ ...row, data: event.data ?? {} }, logged.content);
  const queued = queueRow(id, now, { type, communityId: event.communityId, ...(number && { number }), content, under });
  // One statement for both: the busiest transaction of all, taking in a voice, pays no round trip for the ledger.
  await trx
    .with('queued', (db) => db.insertInto('ledger_queue').values(queued))
    .insertInto('events')
    .values(row)
    .execute();
  return { id };
}

type EventFacts = { id: string; name: string; at: Date; due_at: Date | null; late: boolean | null; data: Content };

/** What the commitment of an event is made over: the same from the stored row as on the day it was written. */
export function committedContent({ id, name, at, due_at, late, data }: EventFacts, said: Content): Content {
  return { event: name, id, at: at.toISOString(), due: due_at?.toISOString() ?? null, late, data, ...(said !== undefined && { said }) };
}
