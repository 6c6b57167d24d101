import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { newId } from '#foundation/ids.ts';
import { newSessionToken } from '#foundation/secrets/index.ts';
import { lifeOf, type Assurance, type SessionKind } from './session.ts';

export type NewSession = {
  kind: SessionKind;
  assurance: Assurance;
  personId?: string;
  holds?: { communityId: number; voiceId: string };
  device?: string;
  /** where staff come from: see familiar-place.ts */
  place?: Buffer;
  now: Date;
};

/** Opens a session and returns its token, which exists nowhere else. Call it anew at every change of assurance or role. */
export async function openSession(db: Kysely<DB>, wanted: NewSession): Promise<string> {
  const { token, hash } = newSessionToken();
  const life = lifeOf(wanted.kind, wanted.assurance);
  await db
    .insertInto('sessions')
    .values({
      token_hash: hash,
      id: newId(wanted.now),
      kind: wanted.kind,
      assurance: wanted.assurance,
      person_id: wanted.personId ?? null,
      community_id: wanted.holds?.communityId ?? null,
      voice_id: wanted.holds?.voiceId ?? null,
      created_at: wanted.now,
      last_seen_at: wanted.now,
      idle_until: new Date(wanted.now.getTime() + life.idle),
      absolute_until: new Date(wanted.now.getTime() + life.absolute),
      stepped_up_at: wanted.assurance === 'full' && wanted.kind === 'staff' ? wanted.now : null,
      device: (wanted.device ?? '').slice(0, 200),
      place: wanted.place ?? null,
    })
    .execute();
  return token;
}
