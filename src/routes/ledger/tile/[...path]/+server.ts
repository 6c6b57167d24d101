import { findTile } from '#ledger/index.ts';
import { servedTile } from '../../served.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params }) => servedTile(await findTile(params.path));
