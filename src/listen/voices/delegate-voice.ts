import { refuseIf } from '#foundation/refusal.ts';
import type { Act } from '#foundation/server/perform.ts';
import { theClock, type Viewer } from '#community/people/index.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';
import { moveVoice } from './move-voice.ts';
import { tell } from './tell.ts';
import { whyNotDelegate } from './why-not-handle.ts';

/**
 * Within a command: a group of residents works on it under an agreement. Whoever answers for the voice still does (L1), and
 * its date stays. Throws Missing, Refused by `whyNotDelegate`.
 */
export async function delegateVoice(act: Act, viewer: Viewer, ref: VoiceRef): Promise<void> {
  const voice = await reachVoice(act.trx, viewer, ref);
  refuseIf(whyNotDelegate(voice, viewer));
  await moveVoice(act, viewer, voice, { event: 'delegated', to: 'delegated' });
  await tell(act, voice, 'delegated');
}

/**
 * Within a command: the group is done, has given it back, or had it taken back: work goes on with whoever answers for it,
 * whose id is returned. A voice that has moved on meanwhile (withdrawn, gone up to the street) stays where it is: null.
 */
export async function takeVoiceBack(act: Act, ref: VoiceRef): Promise<string | null> {
  const voice = await reachVoice(act.trx, theClock, ref);
  if (voice.stage !== 'delegated') return null;
  await moveVoice(act, theClock, voice, { event: 'resumed', to: 'in_progress' });
  return voice.ownerId;
}
