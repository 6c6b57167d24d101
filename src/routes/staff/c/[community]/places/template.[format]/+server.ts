import { Missing } from '#foundation/refusal.ts';
import { placesTemplate } from '#community/places/index.ts';
import { deskAt } from '../../../../shell.ts';
import type { RequestHandler } from './$types';

/** The empty list to fill in, in the reader's language. */
export const GET: RequestHandler = async ({ params, locals }) => {
  await deskAt(locals, params.community);
  const { format } = params;
  if (format !== 'xlsx' && format !== 'csv') throw new Missing();
  const { bytes, fileName, mediaType } = await placesTemplate(locals.locale, format);
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': mediaType, 'content-disposition': `attachment; filename="${fileName}"`, 'cache-control': 'no-store' },
  });
};
