import { findCheckpoint } from '#ledger/index.ts';
import { epochIn, servedNote } from '../../../served.ts';
import type { RequestHandler } from './$types';

/** Also of a log that was closed: what it said once must stay checkable. */
export const GET: RequestHandler = async ({ params }) => servedNote(await findCheckpoint({ epoch: epochIn(params.epoch) }));
