import { newTotpSecret, seal, totpUri, unseal } from '#foundation/secrets/index.ts';
import { database } from '#foundation/server/database.ts';
import { installation } from '#foundation/server/installation.ts';
import type { Act } from '#foundation/server/perform.ts';
import type { Session } from '../sessions/session.ts';

/** Within a command: a fresh secret for the authenticator app, unless one is connected already. */
export async function beginEnrolment({ trx }: Act, personId: string): Promise<void> {
  const secret = sealSecret(personId, newTotpSecret());
  await trx
    .insertInto('authenticators')
    .values({ person_id: personId, secret })
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet({ secret, last_step: 0 }).where('authenticators.confirmed_at', 'is', null),
    )
    .execute();
}

/** `secret`: to type in by hand, in groups of four; `uri`: for the picture. */
export type Enrolment = { secret: string; uri: string };

/** What the app needs to know, shown only between the right password and the first code. Null at any other time. */
export async function findEnrolment(session: Session | null): Promise<Enrolment | null> {
  if (session?.assurance !== 'first_factor') return null;
  const row = await database()
    .selectFrom('sessions')
    .innerJoin('authenticators', 'authenticators.person_id', 'sessions.person_id')
    .innerJoin('people', 'people.id', 'sessions.person_id')
    .select(['authenticators.secret', 'authenticators.person_id', 'people.name', 'people.username'])
    .where('sessions.id', '=', session.id)
    .where('sessions.ended_at', 'is', null)
    .where('authenticators.confirmed_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  const secret = openSecret(row.person_id, row.secret);
  return { secret: (secret.match(/.{1,4}/g) ?? []).join(' '), uri: totpUri(secret, row.username ?? row.name ?? '') };
}

export function sealSecret(personId: string, secret: string): string {
  return seal(installation().keys, 'totp', boundTo(personId), secret);
}

export function openSecret(personId: string, sealed: string): string {
  return unseal(installation().keys, 'totp', boundTo(personId), sealed);
}

function boundTo(personId: string): string {
  return `authenticators|secret|${personId}`;
}
