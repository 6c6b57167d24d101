import { Missing } from '#foundation/refusal.ts';
import { findPhoto } from '#listen/voices/index.ts';
import { voicesDeskAt } from '../../../../../../../shell.ts';
import type { RequestHandler } from './$types';

/** A photo for those who work on its voice; kept by no cache, because reach may end at any moment. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { viewer, community } = await voicesDeskAt(locals, params.community);
  if (params.size !== 'full' && params.size !== 'thumbnail') throw new Missing();
  const jpeg = await findPhoto(viewer, community.id, params.photo, params.size);
  return new Response(new Uint8Array(jpeg), { headers: { 'content-type': 'image/jpeg', 'cache-control': 'no-store' } });
};
