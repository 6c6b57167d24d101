import { shanghaiDay } from '#foundation/calendar/index.ts';
import { Missing } from '#foundation/refusal.ts';
import { writeCsv, writeXlsx } from '#foundation/spreadsheets/index.ts';
import { exportTable, findExport } from '#listen/hotline/index.ts';
import { voicesDeskAt } from '../../../../../shell.ts';
import type { RequestHandler } from './$types';

const mediaTypes = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

/** What goes back to the hotline, in the columns of its own file; as often as somebody asks. */
export const GET: RequestHandler = async ({ params, locals }) => {
  const { viewer, community } = await voicesDeskAt(locals, params.community);
  const { format } = params;
  if (format !== 'xlsx' && format !== 'csv') throw new Missing();
  const sent = await findExport(viewer, community.id, params.export);
  const { header, rows } = exportTable(sent, locals.locale);
  const bytes = format === 'csv' ? writeCsv(header, rows) : await writeXlsx(header, rows);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaTypes[format],
      'content-disposition': `attachment; filename="hotline-${community.slug}-${shanghaiDay(sent.at)}.${format}"`,
      'cache-control': 'no-store',
    },
  });
};
