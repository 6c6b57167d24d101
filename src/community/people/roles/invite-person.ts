import { phoneIndex } from '#foundation/personal/index.ts';
import { Invalid, Refused } from '#foundation/refusal.ts';
import { databaseTime } from '#foundation/server/database.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { line, phone, username } from '../inputs.ts';
import { keepPerson } from '../personal-data/keep-person.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { requireStepUp, type Session } from '../sessions/session.ts';
import { setTemporaryPassword } from '../sign-in/set-password.ts';
import { actorKey, type Viewer } from '../viewer.ts';
import { roleInput, writeRole } from './give-role.ts';
import type { z } from 'zod';

export const invitePersonInput = roleInput.extend({ name: line(60), username, phone: phone.optional() });
export type InvitePerson = z.infer<typeof invitePersonInput>;
export type Invited = { personId: string; username: string; password: string };

/**
 * Makes an account for somebody who will serve here, with their first role and a password to hand over, shown this once
 * and to be replaced at the first sign-in. Asks for a step-up; throws Refused by `whyNotGiveRole`, Invalid when the
 * username or phone is taken.
 */
export async function invitePerson(
  viewer: Viewer,
  session: Session | null,
  communityId: number,
  input: InvitePerson,
  how?: How,
): Promise<Invited> {
  requireStepUp(session, how?.now ?? (await databaseTime()));
  // The answer remembered for a repeated intent must not hold the password, so it leaves by another way.
  let password: string | null = null;
  const { personId } = await perform({ actor: actorKey(viewer), verb: 'person.invite', input: [communityId, input] }, how, async (act) => {
    await assertFree(act, input);
    const account = { username: input.username, phone: input.phone, createdBy: viewer.personId };
    const made = await keepPerson(act, { name: input.name, published: input.role !== 'resident', ...account });
    await writeRole(act, viewer, communityId, made, input);
    password = await setTemporaryPassword(act, made);
    await recordSecurityEvent(act, { name: 'person.invited', personId: made, actorId: viewer.personId, communityId });
    return { personId: made };
  });
  if (password === null) throw new Refused('person.already-invited');
  return { personId, username: input.username, password };
}

async function assertFree({ trx }: Act, input: { username: string; phone?: string | undefined }): Promise<void> {
  const taken = await trx
    .selectFrom('people')
    .select('username')
    .where((eb) => eb.or([eb('username', '=', input.username), eb('phone_index', '=', input.phone ? phoneIndex(input.phone) : null)]))
    .execute();
  if (taken.some((one) => one.username === input.username)) throw new Invalid([{ field: 'username', code: 'person.username-taken' }]);
  if (taken.length > 0) throw new Invalid([{ field: 'phone', code: 'person.phone-taken' }]);
}
