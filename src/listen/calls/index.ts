// The office's telephone: who called, who is to be called back. Only this file is imported from outside.

export { countMissedCalls, type CallCounts } from './count-missed-calls.ts';
export { endCall, endCallInput, type EndCall } from './end-call.ts';
export { findAgain } from './find-again.ts';
export { findCall } from './find-call.ts';
export { findMissedCalls, type WaitingCall } from './find-missed-calls.ts';
export { findVoicesOfCaller, type EarlierVoice } from './find-voices-of-caller.ts';
export type { CallRef } from './load-call.ts';
export { lines, type Line } from './missed-call.ts';
export { readCaller } from './read-caller.ts';
export { registerCall, registerCallInput, type RegisterCall } from './register-call.ts';
export { tryCall, tryCallInput, type TryCall } from './try-call.ts';
export { worksOnCalls } from './why-not-call.ts';
export { writeDownCall } from './write-down-call.ts';
