import { Missing } from '#foundation/refusal.ts';
import { findPicture } from '#listen/blog/index.ts';
import { communityAt } from '../../../../community-at.ts';
import type { RequestHandler } from './$types';

/** A picture of a post. Kept by no cache on the way: one that is taken down is gone. */
export const GET: RequestHandler = async ({ params, locals }) => {
  if (params.size !== 'full' && params.size !== 'thumbnail') throw new Missing();
  const { id } = await communityAt(params.community);
  const file = await findPicture(locals.viewer, { communityId: id, id: params.picture }, params.size);
  return new Response(new Uint8Array(file), {
    headers: { 'content-type': 'image/jpeg', 'cache-control': 'no-store', 'content-disposition': 'inline; filename="picture.jpg"' },
  });
};
