// Bearing witness: others for our ledger, and we for others' (c2sp.org/tlog-witness).

export { answerWitnessed, answerWitnessRequest } from './answer-witness.ts';
export type { Trouble } from './ask-witness.ts';
export { findWitnessKeys, findWitnessState, type WitnessState } from './find-witness-state.ts';
export { readKnownLogs, readPolicy, witnessHouse, type WitnessHouse } from './house.ts';
export { PolicyProblem } from './policy.ts';
export type { Protection } from './protection.ts';
export { runWitnessedLedger } from './run-witnessed-ledger.ts';
export { openWitnessKey } from './witness-key.ts';
