import { answerWitnessed } from '#ledger/witness/index.ts';
import { servedNote } from '../../../served.ts';
import type { RequestHandler } from './$types';

/** What we have confirmed of a ledger, by the SHA-256 of its origin: for itself after a disaster, and for whoever compares. */
export const GET: RequestHandler = async ({ params }) => servedNote(await answerWitnessed(params.origin));
