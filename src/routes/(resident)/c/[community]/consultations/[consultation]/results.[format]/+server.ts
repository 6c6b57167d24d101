import { findConsultation, findResults } from '#listen/consultations/index.ts';
import { Missing } from '#foundation/refusal.ts';
import { writeCsv, writeXlsx, type Cell } from '#foundation/spreadsheets/index.ts';
import { m } from '#words';
import { communityAt } from '../../../community-at.ts';
import type { RequestHandler } from './$types';

const mediaTypes = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

/** The results to take along: the numbers of the page and no others. Refused until the count is closed. */
export const GET: RequestHandler = async ({ params, locals }) => {
  const { format } = params;
  if (format !== 'xlsx' && format !== 'csv') throw new Missing();
  const { id } = await communityAt(params.community);
  const ref = { communityId: id, number: params.consultation };
  const { title } = await findConsultation(locals.viewer, ref);
  const { answers, questions, words } = await findResults(locals.viewer, ref);
  const header = [m.consult_results_column_question(), m.consult_option(), m.consult_count()];
  const rows: Cell[][] = [[title, m.consult_answers(), answers]];
  for (const { words: question, cells, position } of questions ?? []) {
    for (const cell of cells) rows.push([question, cell.words, cell.count ?? m.consult_hidden_short()]);
    for (const said of words[position] ?? []) rows.push([question, said, '']);
  }
  const bytes = format === 'csv' ? writeCsv(header, rows) : await writeXlsx(header, rows);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaTypes[format],
      'content-disposition': `attachment; filename="consultation-${params.consultation}.${format}"`,
      'cache-control': 'no-store',
    },
  });
};
