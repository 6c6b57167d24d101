import { sql } from 'kysely';
import { z } from 'zod';
import { addWorkingDays, shanghaiYear } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { Invalid, Refused } from '#foundation/refusal.ts';
import { currentCalendar } from '#foundation/server/current-calendar.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { leadModes } from '#community/organizations/index.ts';
import { loadVoice } from '#listen/voices/index.ts';
import { days } from './delegation.ts';
import { id, text } from './inputs.ts';
import { worksOnDelegations } from './standing-of.ts';
import { takeStep } from './take-step.ts';

/** `voice`: the number of the voice it comes from; `topicId`, `resolutionId`: what was decided. All of them may be missing. */
export const identifyDelegationInput = z.object({
  title: text(80),
  purpose: text(600),
  leadMode: z.enum(leadModes, 'input.choose').default('resident_led'),
  voice: z.string().trim().max(20, 'input.not-usable').optional(),
  topicId: id.optional(),
  resolutionId: id.optional(),
});
export type IdentifyDelegation = z.infer<typeof identifyDelegationInput>;

/** Somebody of the office sees a matter that residents could take on themselves. Throws Refused, Invalid. */
export async function identifyDelegation(
  viewer: Viewer,
  communityId: number,
  input: IdentifyDelegation,
  how?: How,
): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'delegation.identify', input: [communityId, input] }, how, async (act) => {
    const why = whyNotIdentify(viewer, communityId);
    if (why) throw new Refused(why);
    const voiceId = await voiceOf(act, viewer, communityId, input.voice);
    await refuseUnknown(act, communityId, input);
    const year = shanghaiYear(act.now);
    const serial = await nextSerial(act, communityId, year);
    const one = { communityId, id: newId(act.now), number: `${year}-${serial}`, stage: 'identified' } as const;
    await act.trx
      .insertInto('delegations')
      .values({
        community_id: communityId,
        id: one.id,
        year,
        serial,
        stage: 'identified',
        title: input.title,
        purpose: input.purpose,
        lead_mode: input.leadMode,
        voice_id: voiceId,
        topic_id: input.topicId ?? null,
        resolution_id: input.resolutionId ?? null,
        identified_at: act.now,
        identified_by: viewer.personId ?? '',
        changed_at: act.now,
      })
      .execute();
    const dueAt = addWorkingDays(await currentCalendar(act.trx), act.now, days.assess);
    await takeStep(act, viewer, one, 'identified', { dueAt });
    return { number: one.number };
  });
}

export function whyNotIdentify(viewer: Viewer, communityId: number): 'sign-in.needed' | 'delegation.only-office' | null {
  if (viewer.personId === null) return 'sign-in.needed';
  return worksOnDelegations(viewer, communityId) ? null : 'delegation.only-office';
}

/** Nothing of a voice that names somebody leaves the office (V6). */
async function voiceOf({ trx }: Act, viewer: Viewer, communityId: number, number: string | undefined): Promise<string | null> {
  if (number === undefined) return null;
  const voice = await loadVoice(trx, viewer, { communityId, number });
  if (!voice) throw new Invalid([{ field: 'voice', code: 'input.not-found' }]);
  if (voice.sealed !== 'none') throw new Invalid([{ field: 'voice', code: 'delegation.voice-names-somebody' }]);
  return voice.id;
}

async function refuseUnknown({ trx }: Act, communityId: number, { topicId, resolutionId }: IdentifyDelegation): Promise<void> {
  const { rows } = await sql<{ topic: boolean; resolution: boolean }>`select
    (${topicId ?? null}::uuid is null or exists (select from topics
      where community_id = ${communityId} and id = ${topicId ?? null}::uuid)) as topic,
    (${resolutionId ?? null}::uuid is null or exists (select from resolutions
      where community_id = ${communityId} and id = ${resolutionId ?? null}::uuid)) as resolution`.execute(trx);
  if (rows[0]?.topic === false) throw new Invalid([{ field: 'topicId', code: 'input.not-found' }]);
  if (rows[0]?.resolution === false) throw new Invalid([{ field: 'resolutionId', code: 'input.not-found' }]);
}

async function nextSerial({ trx }: Act, communityId: number, year: number): Promise<number> {
  const { last } = await trx
    .insertInto('delegation_counters')
    .values({ community_id: communityId, year, last: 1 })
    .onConflict((conflict) => conflict.columns(['community_id', 'year']).doUpdateSet({ last: sql`delegation_counters.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}
