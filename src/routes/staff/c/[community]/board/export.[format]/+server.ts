import { shanghaiDay } from '#foundation/calendar/index.ts';
import { Missing } from '#foundation/refusal.ts';
import { writeCsv, writeXlsx } from '#foundation/spreadsheets/index.ts';
import { findBoard } from '#statistics/index.ts';
import { deskAt } from '../../../../shell.ts';
import { boardTable } from '../board-table.ts';
import type { RequestHandler } from './$types';

const mediaTypes = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

/** The board as a list to take along; the same numbers, the same reach, in the reader's language. */
export const GET: RequestHandler = async ({ params, locals }) => {
  const { viewer, community } = await deskAt(locals, params.community);
  const { format } = params;
  if (format !== 'xlsx' && format !== 'csv') throw new Missing();
  const board = await findBoard(viewer, community.id);
  const { header, rows } = boardTable(board, locals.locale);
  const bytes = format === 'csv' ? writeCsv(header, rows) : await writeXlsx(header, rows);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaTypes[format],
      'content-disposition': `attachment; filename="voices-${community.slug}-${shanghaiDay(board.at)}.${format}"`,
      'cache-control': 'no-store',
    },
  });
};
