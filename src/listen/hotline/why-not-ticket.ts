import { allowedActions, isUnanswered, type Moment, type Voice } from '#listen/voices/index.ts';
import type { Viewer } from '#community/people/index.ts';
import type { Ticket } from './ticket.ts';

// The rules of a ticket. Null: nothing stands against it; otherwise a refusal code.

export function whyNotSign(ticket: Pick<Ticket, 'signedAt'>): string | null {
  return ticket.signedAt ? 'hotline.signed-already' : null;
}

/** Once, within the window, before it was answered; and only what may be passed on at all: sorted, with nobody else asked. */
export function whyNotHandBack(ticket: Ticket, voice: Voice, viewer: Viewer, moment: Moment): string | null {
  if (ticket.handBack?.outcome === 'refused') return 'hotline.hand-back-refused';
  if (ticket.handBack) return 'hotline.handed-back-already';
  if (!isUnanswered(voice)) return 'hotline.answered-already';
  if (moment.now > ticket.handBackUntil) return 'hotline.too-late-to-hand-back';
  return whyNotRefer(voice, viewer, moment);
}

export function whyNotDecideHandBack(ticket: Ticket): string | null {
  if (!ticket.handBack) return 'hotline.nothing-handed-back';
  return ticket.handBack.outcome ? 'hotline.decided-already' : null;
}

function whyNotRefer(voice: Voice, viewer: Viewer, moment: Moment): string | null {
  const refer = allowedActions(voice, viewer, moment).find(({ verb }) => verb === 'refer');
  return refer ? refer.whyNot : 'voice.not-yours-to-handle';
}
