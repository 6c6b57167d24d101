import { sql } from 'kysely';
import { newId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import type { Channel, Stage, VoiceKind } from '#listen/voices/index.ts';
import type { World } from './world.ts';

type Written = {
  stage?: Stage;
  channel?: Channel;
  kind?: VoiceKind;
  category?: string | null;
  buildingId?: string | null;
  round?: number;
  level?: 'community' | 'street';
  sealed?: 'none' | 'named' | 'street';
  receivedAt?: Date;
  dueAt?: Date;
  originalDueAt?: Date;
  closedAt?: Date;
  rating?: number;
  accused?: (string | null)[];
  words?: string;
};
type Where = Pick<World, 'communityId' | 'worker' | 'secretary'>;

const closed: Partial<Record<Stage, 'confirmed' | 'documented'>> = { closed_confirmed: 'confirmed', closed_documented: 'documented' };

/** Writes voices as rows, in whatever state a count is to be tried on, without walking every step there. Returns the ids. */
export async function writeVoices({ communityId, worker, secretary }: Where, count: number, written: Written = {}): Promise<string[]> {
  const ids: string[] = [];
  const answerable = (written.sealed ?? 'none') === 'none' ? worker : secretary;
  for (let at = 0; at < count; at += 1) ids.push(await writeVoice(communityId, answerable.personId ?? '', written));
  return ids;
}

async function writeVoice(communityId: number, ownerId: string, written: Written): Promise<string> {
  const db = database();
  const { stage = 'received', round = 1, receivedAt = new Date(), kind = 'help_request' } = written;
  const [id, reporterId] = [newId(), newId()];
  const { last } = await db
    .selectFrom('voices')
    .select(({ fn }) => fn.coalesce(fn.max('serial'), sql<number>`0`).as('last'))
    .where('community_id', '=', communityId)
    .executeTakeFirstOrThrow();
  const serial = last + 1;
  const dueAt = written.dueAt ?? new Date(Date.now() + 5 * 86_400_000);
  const closing = closed[stage];
  const closedAt = closing ? (written.closedAt ?? new Date()) : null;
  await db.insertInto('reporters').values({ community_id: communityId, id: reporterId, created_at: receivedAt }).execute();
  await db
    .insertInto('voices')
    .values({
      community_id: communityId,
      id,
      year: 2026,
      serial,
      kind,
      channel: written.channel ?? 'web',
      privacy: 'confidential',
      words: written.words ?? 'Water drips from the ceiling',
      reporter_id: reporterId,
      response_method: 'page',
      stage,
      round,
      level: written.level ?? 'community',
      sealed: written.sealed ?? 'none',
      category: written.category ?? null,
      building_id: written.buildingId ?? null,
      first_receiver_id: ownerId,
      owner_id: ownerId,
      received_at: receivedAt,
      original_due_at: written.originalDueAt ?? dueAt,
      due_at: dueAt,
      closed_at: closedAt,
      changed_at: closedAt ?? receivedAt,
    })
    .execute();
  for (const personId of written.accused ?? []) {
    await db
      .insertInto('voice_accused')
      .values({
        community_id: communityId,
        id: newId(),
        voice_id: id,
        person_id: personId,
        description: personId ? null : 'somebody',
        named_at: receivedAt,
      })
      .execute();
  }
  if (closing && closedAt) {
    await db
      .insertInto('voice_closings')
      .values({
        community_id: communityId,
        id: newId(),
        voice_id: id,
        round,
        kind: closing,
        owner_id: ownerId,
        closed_at: closedAt,
        ...(closing === 'confirmed'
          ? { confirmed_by: 'reporter', rating: written.rating ?? 5 }
          : { reason_code: 'ANONYMOUS', evidence: 'Noted', recorded_by: await somebodyElse() }),
      })
      .execute();
  }
  return id;
}

/** An answer on a voice, with the verdict as it was frozen. */
export async function writeAnswer(
  { communityId, worker }: Where,
  voiceId: string,
  answer: { late: boolean; answeredAt: Date; originalDueAt: Date },
): Promise<void> {
  await database()
    .insertInto('voice_answers')
    .values({
      community_id: communityId,
      id: newId(),
      voice_id: voiceId,
      round: 1,
      words: 'Mended',
      answered_at: answer.answeredAt,
      answered_by: worker.personId ?? '',
      due_at: answer.answeredAt,
      original_due_at: answer.originalDueAt,
      late: answer.late,
    })
    .execute();
}

async function somebodyElse(): Promise<string> {
  const id = newId();
  await database().insertInto('people').values({ id, name: 'Somebody else' }).execute();
  return id;
}
