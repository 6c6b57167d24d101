import { Missing } from '#foundation/refusal.ts';
import { findPhoto } from '#listen/voices/index.ts';
import { communityAt } from '../../../../../community-at.ts';
import type { RequestHandler } from './$types';

/** A photo of a voice, for whoever may see that voice; kept by no cache on the way. */
export const GET: RequestHandler = async ({ params, locals }) => {
  if (params.size !== 'full' && params.size !== 'thumbnail') throw new Missing();
  const { id } = await communityAt(params.community);
  const file = await findPhoto(locals.viewer, id, params.photo, params.size);
  return new Response(new Uint8Array(file), {
    headers: { 'content-type': 'image/jpeg', 'cache-control': 'no-store', 'content-disposition': 'inline; filename="photo.jpg"' },
  });
};
