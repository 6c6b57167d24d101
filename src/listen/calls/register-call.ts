import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Invalid, Refused, refuseIf } from '#foundation/refusal.ts';
import { currentCalendar } from '#foundation/server/current-calendar.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { draftSubjectKey, phoneIndex } from '#foundation/personal/index.ts';
import { actingRole, actorKey, findServing, phone, type Viewer } from '#community/people/index.ts';
import { signedIn, words } from '#listen/voices/index.ts';
import { callBackDue } from './call-rounds.ts';
import { lines } from './missed-call.ts';
import { whyNotAnswerCalls } from './why-not-call.ts';

/** `calledAt`: when it rang. A number, or what was heard; often both. */
export const registerCallInput = z
  .object({
    line: z.enum(lines, 'input.choose').default('telephone'),
    calledAt: z.iso.datetime({ offset: true, error: 'input.not-a-time' }),
    phone: phone.optional(),
    words: words(1000).optional(),
  })
  .superRefine((input, context) => {
    if (!input.phone && !input.words) context.addIssue({ code: 'custom', path: ['phone'], message: 'call.number-or-words' });
  });
export type RegisterCall = z.infer<typeof registerCallInput>;
export type RegisteredCall = { callId: string; dueAt: string };

/**
 * What the machine kept is written down; from now on somebody has to call back. Whoever names somebody serving here is
 * not put on a list everybody in the office reads: that becomes a voice at once, behind the wall (V6). Throws Refused, Invalid.
 */
export async function registerCall(viewer: Viewer, communityId: number, input: RegisterCall, how?: How): Promise<RegisteredCall> {
  return perform({ actor: actorKey(viewer), verb: 'call.register', input: [communityId, input] }, how, async (act) => {
    refuseIf(whyNotAnswerCalls(viewer, communityId));
    const calledAt = new Date(input.calledAt);
    if (calledAt > act.now) throw new Invalid([{ field: 'calledAt', code: 'voice.said-ahead' }]);
    const serving = await findServing(act.trx, communityId, act.now);
    if (serving.some(({ name }) => input.words?.includes(name))) throw new Refused('call.names-somebody');
    const id = newId(act.now);
    const dueAt = callBackDue(await currentCalendar(act.trx), calledAt);
    const callerId = input.phone ? await keepCaller(act, communityId, input.phone) : null;
    const { line } = input;
    await act.trx
      .insertInto('missed_calls')
      .values({
        community_id: communityId,
        id,
        line,
        called_at: calledAt,
        due_at: dueAt,
        caller_id: callerId,
        registered_at: act.now,
        registered_by: signedIn(viewer),
      })
      .execute();
    if (input.words) {
      await act.trx.insertInto('missed_call_words').values({ community_id: communityId, call_id: id, words: input.words }).execute();
    }
    await recordEvent(act, {
      communityId,
      name: 'call.registered',
      subjectId: id,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
      dueAt,
      data: { line },
    });
    return { callId: id, dueAt: dueAt.toISOString() };
  });
}

/** The number alone, under a key of its own, which is destroyed when the call has been dealt with. */
async function keepCaller({ trx, now }: Act, communityId: number, number: string): Promise<string> {
  const id = newId(now);
  const { key, row } = await draftSubjectKey(now, { communityId, id });
  await trx.insertInto('subject_keys').values(row).execute();
  await trx
    .insertInto('reporters')
    .values({
      community_id: communityId,
      id,
      phone_sealed: key.seal({ table: 'reporters', column: 'phone_sealed', row: id }, number),
      phone_index: phoneIndex(number),
      created_at: now,
    })
    .execute();
  return id;
}
