import type { Viewer } from '#community/people/index.ts';
import type { DataRequest, RequestKind } from './data-request.ts';
import { worksOnRequests } from './request-access.ts';

// The rules of a data request. Null: nothing stands against it; otherwise a refusal code.

/** What is asked about, as far as the rule needs it. `open`: a matter in it isn't finished yet. */
type Asked = { kind: RequestKind; open: boolean; erased: boolean; insists: boolean; waiting: boolean };

/** A matter that is still open can't be answered once nobody knows whose it is: said first, done if they insist. */
export function whyNotAsk({ kind, open, erased, insists, waiting }: Asked): string | null {
  if (erased) return 'data-request.erased-already';
  if (waiting) return 'data-request.asked-already';
  return kind === 'erase' && open && !insists ? 'data-request.still-open' : null;
}

/** The office decides, once, and nobody about their own. */
export function whyNotDecide(request: DataRequest, viewer: Viewer): string | null {
  if (!worksOnRequests(viewer, request.communityId)) return 'data-request.not-yours-to-decide';
  if (request.askedBy !== null && request.askedBy === viewer.personId) return 'data-request.own';
  return whyNotDecided(request);
}

/** Whoever asked may take it back as long as it is open. */
export function whyNotDecided({ outcome }: DataRequest): string | null {
  return outcome === null ? null : 'data-request.decided';
}
