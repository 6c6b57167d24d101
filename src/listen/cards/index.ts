// Contact cards: what stands on them, and who has one. Only this file is imported from outside.

export { changeContacts, changeContactsInput, findContacts, type CardContacts } from './change-contacts.ts';
export { acknowledgeWays, type AcknowledgeWay, type CardRow, type CardStage } from './contact-card.ts';
export { findCardCoverage, findContactCard, findContactCards, type CardCoverage } from './find-contact-cards.ts';
export { moveCard, moveCardInput } from './move-card.ts';
export { printContactCard, printContactCardInput } from './print-contact-card.ts';
export { handsOutCards, keepsCards, whyNotChangeContacts, whyNotStep } from './why-not-card.ts';
