import type { Stage } from '#listen/voices/index.ts';
import { m } from '#words';

/** Where a voice stands, said to the one who spoke. `names`: who has it, and to whom it was passed on. */
export function standing(stage: Stage, names: { owner?: string | null; receiver?: string | null } = {}): string {
  const { owner, receiver } = names;
  if (stage === 'assigned') return owner ? m.resident_now_assigned({ name: owner }) : m.resident_now_assigned_bare();
  if (stage === 'in_progress') return owner ? m.resident_now_in_progress({ name: owner }) : m.resident_now_in_progress_bare();
  if (stage === 'referred_out') return receiver ? m.resident_now_referred_out({ name: receiver }) : m.resident_now_referred_out_bare();
  return m[`resident_now_${stage}`]();
}
