import { findLedgerState, type LedgerState } from '#ledger/index.ts';
import { keyFingerprint } from '#ledger/receipts/index.ts';
import { findWitnessState, type WitnessState } from '#ledger/witness/index.ts';
import { shanghaiDay, shiftDay } from '#foundation/calendar/index.ts';
import { remembered } from '#foundation/remembered.ts';
import { findVoiceDays, type VoiceDay } from '#listen/voices/index.ts';
import { findCommunities, type Community } from '#community/places/index.ts';

// What the page and the notice say of the ledger, asked once for all who look.

/** Two weeks: long enough to compare with last week's sheet. */
const daysShown = 7;

export const ledgerState = remembered<'now', (LedgerState & { fingerprint: string }) | null>(2, async () => {
  const state = await findLedgerState();
  return state && { ...state, fingerprint: await keyFingerprint(state.vkey) };
});

export const witnessState = remembered<'now', WitnessState>(5, () => findWitnessState());

export const lastDays = remembered<'now', { communities: Community[]; days: VoiceDay[] }>(60, async () => {
  const [communities, days] = await Promise.all([findCommunities(), findVoiceDays(shiftDay(shanghaiDay(new Date()), -daysShown))]);
  return { communities, days };
});
