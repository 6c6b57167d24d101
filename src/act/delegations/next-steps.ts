import type { DelegationPage } from './find-delegation.ts';
import * as why from './why-not-delegate.ts';

/** What stands against each deed for this viewer now; null where nothing does. Asked by the pages and the API alike. */
export function nextSteps({ delegation: one, who, verdicts }: DelegationPage) {
  const entered = verdicts.map(({ enteredBy }) => enteredBy).filter((by) => by !== null);
  const judged = verdicts.filter(({ saidAs }) => saidAs === 'worker').map(({ personId }) => personId);
  return {
    assess: why.whyNotAssess(one, who),
    offer: why.whyNotOffer(one, who),
    answer: why.whyNotAnswer(one, who, who.offered[0] ?? ''),
    choose: why.whyNotChoose(one, who),
    draft: why.whyNotDraft(one, who),
    sign: why.whyNotSign(one, who),
    begin: why.whyNotBegin(one, who),
    askHelp: why.whyNotAskHelp(one, who),
    answerHelp: why.whyNotAnswerHelp(one, who),
    suspend: why.whyNotSuspend(one, who),
    resume: why.whyNotResume(one, who),
    takeBack: why.whyNotTakeBack(one, who),
    giveBack: why.whyNotGiveBack(one, who),
    report: why.whyNotReport(one, who),
    account: why.whyNotAccount(one, who),
    verify: why.whyNotVerifyAsBeneficiary(one, who, one.voiceId !== null),
    verifyAsWorker: why.whyNotVerifyAsWorker(one, who, entered),
    enterVerdict: why.whyNotEnterVerdict(one, who, judged),
    complete: why.whyNotComplete(one, who),
    share: why.whyNotShare(one, who),
  };
}
export type NextSteps = ReturnType<typeof nextSteps>;
