// Liaison officers, from the call to the hand-over. Only this file is imported from outside.

export { answerObjection, answerObjectionInput } from './answer-objection.ts';
export { appointOfficer, appointOfficerInput } from './appoint-officer.ts';
export { callForOfficers, callForOfficersInput } from './call-for-officers.ts';
export { consentToNomination, consentToNominationInput } from './consent-to-nomination.ts';
export { declineNomination, declineNominationInput } from './decline-nomination.ts';
export { endAppointment, endAppointmentInput } from './end-appointment.ts';
export { findCall, findCalls, findListed, type ListedPerson, type PublicCall } from './find-calls.ts';
export { findCoverage, findOfficersFor, findServedPlaces, type CoveredBuilding, type ShownOfficer } from './find-coverage.ts';
export { findNominations, findOwnNominations, type NominationRow } from './find-nominations.ts';
export { findOfficer, findOfficers, type Officer } from './find-officers.ts';
export { findOpenThings } from './find-open-things.ts';
export { endReasons, listedDays, topics, type EndReason, type Topic } from './liaison.ts';
export { nominateOfficer, nominateOfficerInput } from './nominate-officer.ts';
export { objectToNominee, objectToNomineeInput } from './object-to-nominee.ts';
export { postList } from './post-list.ts';
export { recordTraining, recordTrainingInput } from './record-training.ts';
export { leads as leadsLiaison, writesDown as worksOnLiaison } from './why-not-liaison.ts';
