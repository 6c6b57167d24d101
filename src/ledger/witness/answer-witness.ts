import { database } from '#foundation/server/database.ts';
import { takeToken } from '#foundation/server/take-token.ts';
import { addCheckpoint, type WitnessAnswer } from './add-checkpoint.ts';
import { witnessHouse } from './house.ts';
import { findWitnessed } from './witnessed.ts';

/** Two a second from one address: a ledger asks every few seconds, and one network may hold several. */
const [most, seconds] = [120, 60];

/** A request to this installation as a witness; `from`: the hashed address it comes from. Throws TooMany. */
export async function answerWitnessRequest(from: string, body: string): Promise<WitnessAnswer> {
  await takeToken(`witness:${from}`, most, seconds);
  return addCheckpoint(database(), witnessHouse(), body);
}

/** The newest checkpoint confirmed of the ledger whose origin has this SHA-256, in hexadecimal; null when there is none. */
export function answerWitnessed(hash: string): Promise<string | null> {
  return findWitnessed(database(), witnessHouse().keysFolder, hash);
}
