import { shanghaiDay } from '#foundation/calendar/index.ts';
import type { Viewer } from '#community/people/index.ts';
import type { CommitmentPage } from './find-commitment.ts';
import {
  whyNotAccept,
  whyNotAmend,
  whyNotClaim,
  whyNotEnter,
  whyNotExplain,
  whyNotFollow,
  whyNotJudge,
  whyNotNote,
  whyNotPublish,
  whyNotWithdraw,
} from './why-not-commit.ts';

/** What stands against each deed for this viewer now; null where nothing does. */
export function nextDeeds(viewer: Viewer, { commitment: one, part }: CommitmentPage, now: Date) {
  const today = shanghaiDay(now);
  return {
    accept: whyNotAccept(one, viewer, part, 'page'),
    acceptOnPaper: whyNotAccept(one, viewer, part, 'paper'),
    publish: whyNotPublish(one, viewer, today),
    withdraw: whyNotWithdraw(one, viewer),
    note: whyNotNote(one, viewer, part),
    claim: whyNotClaim(one, viewer, part),
    amend: whyNotAmend(one, viewer, part),
    explain: whyNotExplain(one, viewer, part, today),
    judge: whyNotJudge(one, part, today),
    enter: whyNotEnter(one, viewer, part, today),
    follow: whyNotFollow(one, viewer),
  };
}
