// Matters that residents take into their own hands. Only this file is imported from outside the room.

export { draftAgreement, draftAgreementInput, signAgreement, signAgreementInput } from './agree-delegation.ts';
export { answerOffer, answerOfferInput, chooseGroup, chooseGroupInput } from './answer-offer.ts';
export { assessDelegation, assessDelegationInput } from './assess-delegation.ts';
export { concerns, type Concern, type Delegation, type DelegationStage } from './delegation.ts';
export { completeDelegation, giveBack, takeBack } from './end-delegation.ts';
export { findDelegation, type DelegationPage } from './find-delegation.ts';
export { findDelegationOfVoice, findDelegations, findLedDelegations, type DelegationRow } from './find-delegations.ts';
export { identifyDelegation, identifyDelegationInput, whyNotIdentify } from './identify-delegation.ts';
export { correctEntry, correctEntryInput, enterMoney, enterMoneyInput, enterShift, enterShiftInput } from './keep-accounts.ts';
export { type DelegationRef } from './load-delegation.ts';
export { nextSteps, type NextSteps } from './next-steps.ts';
export { offerDelegation, offerDelegationInput, takers } from './offer-delegation.ts';
export { answerHelp, askHelp, beginDelegation, reasonInput, resumeDelegation, suspendDelegation, wordsInput } from './run-delegation.ts';
export { readSharedContact, shareContact, shareContactInput, type SharedContact } from './share-contact.ts';
export { seesAllDelegations } from './standing-of.ts';
export { reportDelegation, verifyDelegation, verifyDelegationInput } from './verify-delegation.ts';
