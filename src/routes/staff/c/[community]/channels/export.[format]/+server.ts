import { shanghaiDay } from '#foundation/calendar/index.ts';
import { Missing } from '#foundation/refusal.ts';
import { writeCsv, writeXlsx } from '#foundation/spreadsheets/index.ts';
import { findChannelParity } from '#statistics/index.ts';
import { deskAt } from '../../../../shell.ts';
import { channelsTable } from '../channels-table.ts';
import type { RequestHandler } from './$types';

const mediaTypes = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

/** The comparison of the ways in, to take along; the same numbers, the same reach. */
export const GET: RequestHandler = async ({ params, locals }) => {
  const { viewer, community } = await deskAt(locals, params.community);
  const { format } = params;
  if (format !== 'xlsx' && format !== 'csv') throw new Missing();
  const parity = await findChannelParity(viewer, community.id);
  const { header, rows } = channelsTable(parity);
  const bytes = format === 'csv' ? writeCsv(header, rows) : await writeXlsx(header, rows);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaTypes[format],
      'content-disposition': `attachment; filename="channels-${community.slug}-${shanghaiDay(parity.at)}.${format}"`,
      'cache-control': 'no-store',
    },
  });
};
