import type { VoiceEvent } from './move-voice.ts';

/**
 * How the public ledger names a step. Coarser than our own names, on purpose: whoever is complained about may know that a
 * number exists, but must not learn from the ledger that the voice named somebody, changed hands or was split off (V6).
 */
export function publicStep(event: VoiceEvent, to: string): string {
  // Somebody whose voice was merged has judged; the shared matter is not closed by that.
  const name = event === 'confirmed' && to === 'merged' ? null : names[event];
  return `voice.${name ?? 'routed'}`;
}

const names: Partial<Record<VoiceEvent, string>> = {
  received: 'received',
  answered: 'answered',
  extended: 'deadline_changed',
  scheduled: 'deadline_changed',
  confirmed: 'closed',
  closed_documented: 'closed',
  reopened: 'reopened',
  withdrawn: 'withdrawn',
  merged: 'merged',
  published: 'published',
  taken_down: 'hidden',
  photo_cleared: 'published',
  photo_hidden: 'hidden',
  added_to: 'added_to',
  erased: 'erased',
};
