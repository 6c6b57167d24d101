import { Forbidden, Missing } from '#foundation/refusal.ts';
import { placesTemplate, whyNotManagePlaces } from '#community/places/index.ts';
import { deskAt } from '../../../../shell.ts';
import type { RequestHandler } from './$types';

/** The empty list to fill in, in the reader's language. */
export const GET: RequestHandler = async ({ params, locals }) => {
  const { viewer, community } = await deskAt(locals, params.community);
  const whyNot = whyNotManagePlaces(viewer, community.id);
  if (whyNot) throw new Forbidden(whyNot);
  const { format } = params;
  if (format !== 'xlsx' && format !== 'csv') throw new Missing();
  const { bytes, fileName, mediaType } = await placesTemplate(locals.locale, format);
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': mediaType, 'content-disposition': `attachment; filename="${fileName}"`, 'cache-control': 'no-store' },
  });
};
