import { z } from 'zod';
import { openSubjectKey } from '#foundation/personal/index.ts';
import { newId } from '#foundation/ids.ts';
import { Forbidden, Invalid, Missing } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, endConsent, keepConsent, type Viewer } from '#community/people/index.ts';
import { hearsHere } from './hears-here.ts';
import { contactWays, digestRhythms, mutableTopics } from './notice.ts';
import { whyNotWay, worksOnNotices } from './why-not-wish.ts';

const hour = z.coerce.number('input.choose').int().min(0).max(23);

/** `muted`: subjects that go into no message. `wechat`: the name under which the WeChat account knows the person. */
export const chooseWishesInput = z.object({
  way: z.enum(contactWays, 'input.choose'),
  locale: z.enum(['zh-CN', 'en'], 'input.choose'),
  digest: z.enum(digestRhythms, 'input.choose'),
  quietFrom: hour,
  quietTo: hour,
  muted: z.array(z.enum(mutableTopics, 'input.choose')).max(mutableTopics.length).default([]),
  wechat: z
    .string()
    .trim()
    .regex(/^[\w-]{6,64}$/, 'input.not-usable')
    .optional(),
});
export type ChooseWishes = z.infer<typeof chooseWishesInput>;
export const saidToOffice = ['phone', 'desk', 'paper'] as const;
export const chooseWishesForInput = chooseWishesInput.extend({ saidWay: z.enum(saidToOffice, 'input.choose') });
export type ChooseWishesFor = z.infer<typeof chooseWishesForInput>;

/** Somebody says how they wish to hear. Throws Invalid when the way has no address yet. */
export async function chooseWishes(viewer: Viewer, communityId: number, input: ChooseWishes, how?: How): Promise<{ way: string }> {
  const { personId } = viewer;
  if (!personId) throw new Forbidden('sign-in.needed');
  return keep(viewer, communityId, personId, { ...input, saidWay: 'page' }, how);
}

/** The office writes it down for somebody who calls, comes or writes; who did so is recorded, and the person can read it. */
export async function chooseWishesFor(
  viewer: Viewer,
  communityId: number,
  personId: string,
  input: ChooseWishesFor,
  how?: How,
): Promise<{ way: string }> {
  if (!worksOnNotices(viewer, communityId)) throw new Forbidden();
  return keep(viewer, communityId, personId, input, how);
}

type Said = ChooseWishes & { saidWay: ChooseWishesFor['saidWay'] | 'page' };

function keep(viewer: Viewer, communityId: number, personId: string, said: Said, how?: How): Promise<{ way: string }> {
  const { wechat, ...plain } = said;
  const intent = { actor: actorKey(viewer), verb: 'notice.wish', input: [communityId, personId, plain] };
  return perform(intent, how, async (act) => {
    const person = await hearsHere(act.trx, communityId, personId);
    if (!person) throw new Missing();
    const code = whyNotWay(said.way, { ...person, wechat: person.wechat || wechat !== undefined });
    if (code) throw new Invalid([{ field: said.way === 'wechat' ? 'wechat' : 'way', code }]);
    await writeDown(act, viewer, communityId, personId, said);
    if (wechat) await sealWechat(act, personId, wechat);
    const given = {
      way: said.saidWay,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
      notedBy: said.saidWay === 'page' ? null : viewer.personId,
    };
    const of = { communityId, purpose: 'notices', about: { personId } } as const;
    // Whoever serves is told of their duties; a resident agrees to messages about more than their own matter (E6).
    if (!person.serves && said.digest !== 'never') await keepConsent(act, of, given);
    if (!person.serves && said.digest === 'never') await endConsent(act, of, given);
    return { way: said.way };
  });
}

async function writeDown(act: Act, viewer: Viewer, communityId: number, personId: string, said: Said): Promise<void> {
  await act.trx
    .insertInto('notice_preferences')
    .values({
      community_id: communityId,
      id: newId(act.now),
      person_id: personId,
      way: said.way,
      digest: said.digest,
      quiet_from: said.quietFrom,
      quiet_to: said.quietTo,
      muted: said.muted,
      said_way: said.saidWay,
      set_at: act.now,
      set_by: viewer.personId,
    })
    .execute();
  await act.trx.updateTable('people').set({ locale: said.locale }).where('id', '=', personId).where('locale', '<>', said.locale).execute();
  await recordEvent(act, {
    communityId,
    name: 'notice.wishes_chosen',
    subjectId: personId,
    actorId: viewer.personId,
    actorRole: actingRole(viewer, communityId),
    data: { way: said.way, digest: said.digest, said: said.saidWay },
  });
}

async function sealWechat({ trx }: Act, personId: string, wechat: string): Promise<void> {
  const key = await openSubjectKey(trx, { communityId: 0, id: personId });
  if (!key) throw new Missing();
  const sealed = key.seal({ table: 'people', column: 'wechat_sealed', row: personId }, wechat);
  await trx.updateTable('people').set({ wechat_sealed: sealed }).where('id', '=', personId).execute();
}
