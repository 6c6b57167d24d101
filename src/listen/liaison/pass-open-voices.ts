import { Refused } from '#foundation/refusal.ts';
import type { Act } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import { assignVoice } from '#listen/voices/index.ts';
import type { Appointment } from './load-appointment.ts';
import { openVoicesOf } from './find-open-things.ts';

/**
 * Within a command: asks the successor to answer for what the officer still answers for. What can't be passed on (it waits
 * for its speaker, or the successor is the one who spoke) stays on the list for the office. Returns how many were passed.
 */
export async function passOpenVoices(act: Act, viewer: Viewer, appointment: Appointment, successorId: string): Promise<number> {
  const { communityId, personId } = appointment;
  let passed = 0;
  for (const { id } of await openVoicesOf(act.trx, viewer, communityId, personId)) {
    try {
      await assignVoice(viewer, { communityId, id }, { ownerId: successorId }, { within: act });
      passed += 1;
    } catch (error) {
      // Rules say no before anything is written.
      if (!(error instanceof Refused)) throw error;
    }
  }
  return passed;
}
