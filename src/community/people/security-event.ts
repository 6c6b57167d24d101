import { newId } from '#foundation/ids.ts';
import type { Act, Json } from '#foundation/server/perform.ts';

export type SecurityEvent = {
  /** e.g. `sign_in.failed`, `role.given` */
  name: string;
  personId?: string | null;
  actorId?: string | null;
  communityId?: number | null;
  data?: { [key: string]: Json };
};

/** Writes down what happened at the door. `data` holds identifiers and codes only: no password, no code, no number. */
export async function recordSecurityEvent({ trx, now }: Act, event: SecurityEvent): Promise<void> {
  await trx
    .insertInto('security_events')
    .values({
      id: newId(now),
      at: now,
      name: event.name,
      person_id: event.personId ?? null,
      actor_id: event.actorId ?? event.personId ?? null,
      community_id: event.communityId ?? null,
      data: JSON.stringify(event.data ?? {}),
    })
    .execute();
}
