// What somebody may ask about their own data, and what the office does about it. Only this file is imported from outside.

export { askDataRequest, askDataRequestInput, type AskDataRequest, type AskedRequest } from './ask-data-request.ts';
export type { Outcome, RequestKind, RequestWay } from './data-request.ts';
export { decideDataRequest, decideDataRequestInput, type DecideDataRequest } from './decide-data-request.ts';
export { exportRequestedCopy } from './export-requested-copy.ts';
export { findDataRequest, type RequestPage } from './find-data-request.ts';
export { countDataRequests, findDataRequests, type RequestRow } from './find-data-requests.ts';
export { findOwnData, type OwnAccountData, type OwnData, type OwnVoiceData } from './find-own-data.ts';
export { findOwnRequests, type OwnRequest } from './find-own-requests.ts';
export { type RequestRef } from './load-request.ts';
export { worksOnRequests } from './request-access.ts';
export { takeBackDataRequest } from './take-back-data-request.ts';
