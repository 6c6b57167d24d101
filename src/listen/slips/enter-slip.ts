import { z } from 'zod';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { signedIn, submitVoice, submitVoiceInput } from '#listen/voices/index.ts';
import { reachOpening, type OpeningRef } from './load-opening.ts';
import { parseSerial, type BoxOpening, type SlipOutcome } from './slip.ts';
import { whyNotEnterSlip } from './why-not-slip.ts';

/** `slip`: its printed number, if it has one; an own sheet of paper has none. `voice`: what stands on it; none: unreadable. */
export const enterSlipInput = z.object({ slip: z.string().trim().max(20).optional(), voice: submitVoiceInput.optional() });
export type EnterSlip = z.infer<typeof enterSlipInput>;
export type EnteredSlip = { position: number; left: number; number: string | null };

/**
 * One slip of an opening is accounted for: as a voice, counted from the opening (V9), or as unreadable. Slips entered
 * never exceed those counted, and a printed number is entered once. Throws Missing, Refused, Invalid.
 */
export async function enterSlip(viewer: Viewer, ref: OpeningRef, input: EnterSlip, how?: How): Promise<EnteredSlip> {
  return perform({ actor: actorKey(viewer), verb: 'slip.enter', input: [ref, input] }, how, async (act) => {
    const opening = await reachOpening(act.trx, viewer, ref);
    refuseIf(whyNotEnterSlip(opening, viewer));
    const serial = await printedSerial(act, opening, input.slip);
    const said = input.voice && { ...input.voice, channel: 'paper' as const, saidAt: opening.openedAt.toISOString() };
    const voice = said ? await submitVoice(viewer, ref.communityId, said, [], { within: act }) : null;
    const position = opening.entered + 1;
    const outcome: SlipOutcome = voice ? 'voice' : 'unreadable';
    await act.trx
      .insertInto('opened_slips')
      .values({
        community_id: ref.communityId,
        opening_id: opening.id,
        position,
        serial,
        outcome,
        voice_id: voice?.voiceId ?? null,
        entered_at: act.now,
        entered_by: signedIn(viewer),
      })
      .execute();
    await recordEvent(act, {
      communityId: ref.communityId,
      name: 'slip.entered',
      subjectId: opening.id,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, ref.communityId),
      data: { position, outcome },
    });
    return { position, left: opening.counted - position, number: voice?.number ?? null };
  });
}

/** A number that was printed here and not entered yet. Throws Invalid. */
async function printedSerial({ trx }: Act, { communityId }: BoxOpening, slip: string | undefined): Promise<number | null> {
  if (slip === undefined || slip === '') return null;
  const serial = parseSerial(slip);
  const printed =
    serial &&
    (await trx
      .selectFrom('slip_prints')
      .select('id')
      .where('community_id', '=', communityId)
      .where('first_serial', '<=', serial)
      .where('last_serial', '>=', serial)
      .executeTakeFirst());
  if (!serial || !printed) throw new Invalid([{ field: 'slip', code: 'slip.unknown-number' }]);
  const entered = await trx
    .selectFrom('opened_slips')
    .select('position')
    .where('community_id', '=', communityId)
    .where('serial', '=', serial)
    .executeTakeFirst();
  if (entered) throw new Invalid([{ field: 'slip', code: 'slip.entered-already' }]);
  return serial;
}
