import { findCheckpoint } from '#ledger/index.ts';
import { servedNote } from '../served.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () => servedNote(await findCheckpoint());
