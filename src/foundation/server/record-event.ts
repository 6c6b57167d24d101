import { newId } from '#foundation/ids.ts';
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

/** Writes the event row of a transition. `data` holds identifiers and codes only, never what somebody said. */
export async function recordEvent({ trx, now }: Act, event: NewEvent): Promise<void> {
  await trx
    .insertInto('events')
    .values({
      community_id: event.communityId,
      id: newId(now),
      at: now,
      name: event.name,
      subject_id: event.subjectId,
      actor_id: event.actorId,
      actor_role: event.actorRole,
      due_at: event.dueAt ?? null,
      late: event.late ?? null,
      data: JSON.stringify(event.data ?? {}),
    })
    .execute();
}
