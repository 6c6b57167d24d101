import { findFieldList } from '#listen/visits/index.ts';
import { json } from '@sveltejs/kit';
import { visitsDeskAt } from '../../visits-desk.ts';
import type { RequestHandler } from './$types';

/** Today's doors, as a telephone takes them along. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { viewer, community } = await visitsDeskAt(locals, params.community);
  return json(await findFieldList(viewer, community.id), { headers: { 'cache-control': 'no-store' } });
};
