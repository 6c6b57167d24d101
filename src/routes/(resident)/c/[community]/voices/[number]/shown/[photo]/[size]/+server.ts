import { Missing } from '#foundation/refusal.ts';
import { findShownPhoto } from '#listen/voices/index.ts';
import { communityAt } from '../../../../../community-at.ts';
import type { RequestHandler } from './$types';

/** A photo everybody may see, as it was cleared. No cache keeps it, so that it is gone when the leave to show it is. */
export const GET: RequestHandler = async ({ params }) => {
  if (params.size !== 'full' && params.size !== 'thumbnail') throw new Missing();
  const { id } = await communityAt(params.community);
  const jpeg = await findShownPhoto(id, params.photo, params.size);
  return new Response(new Uint8Array(jpeg), {
    headers: { 'content-type': 'image/jpeg', 'cache-control': 'no-store', 'content-disposition': 'inline; filename="photo.jpg"' },
  });
};
