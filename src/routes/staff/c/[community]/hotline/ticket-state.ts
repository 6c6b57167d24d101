import type { TicketLine } from '#listen/hotline/index.ts';
import { m } from '#words';
import type { Stage } from '#ui/stage.ts';

/** Where a ticket stands between us and the hotline, in a word and its colour. */
export function stateOf({ signedAt, answeredAt, handBack }: Pick<TicketLine, 'signedAt' | 'answeredAt' | 'handBack'>): {
  text: string;
  stage: Stage;
} {
  if (handBack === 'accepted') return { text: m.hotline_state_accepted(), stage: 'act' };
  if (handBack === 'waiting') return { text: m.hotline_state_waiting(), stage: 'discuss' };
  if (answeredAt) return { text: m.hotline_state_answered(), stage: 'evaluate' };
  if (handBack === 'refused') return { text: m.hotline_state_refused(), stage: 'act' };
  return signedAt ? { text: m.hotline_state_signed(), stage: 'act' } : { text: m.hotline_state_new(), stage: 'listen' };
}
