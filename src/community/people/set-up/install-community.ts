import { z } from 'zod';
import { hashPassword, whyNotPassword } from '#foundation/secrets/index.ts';
import { Invalid, Missing } from '#foundation/refusal.ts';
import { newId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import { installation } from '#foundation/server/installation.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { takeToken } from '#foundation/server/take-token.ts';
import { line, password, username } from '../inputs.ts';
import { keepPerson } from '../personal-data/keep-person.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { openSession } from '../sessions/open-session.ts';
import { beginEnrolment } from '../sign-in/begin-enrolment.ts';
import { setPassword } from '../sign-in/set-password.ts';
import type { From } from '../sign-in/whom.ts';
import { findInstallation } from './find-installation.ts';

export const installCommunityInput = z.object({
  district: line(60),
  street: line(60),
  community: line(60),
  communityEn: line(80).optional(),
  slug: line(40)
    .transform((text) => text.toLowerCase())
    .pipe(z.string().regex(/^[a-z0-9][a-z0-9-]{1,38}$/, 'places.slug-not-usable')),
  phone: line(40).optional(),
  officeHours: line(120).optional(),
  name: line(60),
  username,
  next: password,
  again: password,
  locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
});
export type InstallCommunity = z.infer<typeof installCommunityInput>;

/** Whether this installation is still empty: nobody has set it up and no community exists. */
export async function isEmptyInstallation(): Promise<boolean> {
  if (await findInstallation()) return false;
  return (await database().selectFrom('communities').select('id').limit(1).executeTakeFirst()) === undefined;
}

/**
 * Sets up an empty installation in one step: district, street, community, and its first administrator, who is its
 * secretary until somebody else is. Returns a session at its first factor: next comes the authenticator. Throws Missing
 * once anybody has set it up, Invalid for unusable fields.
 */
export async function installCommunity(input: InstallCommunity, from: From, how?: How): Promise<{ token: string; slug: string }> {
  if (!(await isEmptyInstallation())) throw new Missing();
  await takeToken(`set-up:${from.address}`, 30, 900);
  const words = [input.name, input.username, input.community, input.street, input.district, input.slug];
  const code = whyNotPassword(input.next, words, installation().settings.HUIYIN_PASSWORD_POLICY);
  if (code) throw new Invalid([{ field: 'next', code }]);
  if (input.next !== input.again) throw new Invalid([{ field: 'again', code: 'password.not-the-same' }]);
  const hash = await hashPassword(input.next);
  return perform({ actor: 'door', verb: 'installation.set_up', input: null }, { now: how?.now }, async (act) => {
    // Of two who set up at the same moment, the second waits at this row and then finds it taken.
    const first = await act.trx
      .insertInto('installations')
      .values({ kind: 'real', installed_at: act.now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('kind')
      .executeTakeFirst();
    if (!first) throw new Missing();
    const communityId = await makeCommunity(act, input);
    const personId = await makeAdministrator(act, communityId, input, hash);
    const token = await openSession(act.trx, { kind: 'staff', assurance: 'first_factor', personId, device: from.device, now: act.now });
    return { token, slug: input.slug };
  });
}

async function makeCommunity({ trx, now }: Act, input: InstallCommunity): Promise<number> {
  const district = await trx.insertInto('districts').values({ name: input.district }).returning('id').executeTakeFirstOrThrow();
  const street = await trx
    .insertInto('streets')
    .values({ district_id: district.id, name: input.street })
    .returning('id')
    .executeTakeFirstOrThrow();
  const community = await trx
    .insertInto('communities')
    .values({
      street_id: street.id,
      slug: input.slug,
      name: input.community,
      name_en: input.communityEn ?? null,
      phone: input.phone ?? null,
      office_hours: input.officeHours ?? null,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return community.id;
}

async function makeAdministrator(act: Act, communityId: number, input: InstallCommunity, hash: string): Promise<string> {
  const { trx, now } = act;
  const account = { username: input.username, locale: input.locale };
  const personId = await keepPerson(act, { name: input.name, published: true, ...account });
  for (const role of ['administrator', 'community_secretary']) {
    await trx
      .insertInto('roles')
      .values({ id: newId(now), person_id: personId, role, community_id: communityId, starts_at: now, given_at: now })
      .execute();
    await recordSecurityEvent(act, { name: 'role.given', personId, communityId, data: { role } });
  }
  await setPassword(act, personId, hash);
  await beginEnrolment(act, personId);
  await recordSecurityEvent(act, { name: 'installation.set_up', personId, communityId });
  return personId;
}
