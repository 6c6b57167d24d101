import type { Viewer } from '#community/people/index.ts';
import { isOpen, type Voice } from './voice.ts';
import { firstOf, speaks, type Why } from './why-not.ts';

/**
 * Saying "me too": to an open matter of everyday things, once, and not to one's own. `already`: the viewer has a voice in
 * it. Whoever writes down for somebody else (`onBehalf`) may do so again and again.
 */
export function whyNotJoin(lead: Voice, viewer: Viewer, { onBehalf, already }: { onBehalf: boolean; already: boolean }): Why {
  return firstOf(
    lead.sealed === 'none' ? null : 'voice.names-somebody',
    isOpen(lead) ? null : 'voice.target-not-open',
    !onBehalf && speaks(lead, viewer) ? 'voice.join-own' : null,
    already ? 'voice.joined-already' : null,
  );
}
