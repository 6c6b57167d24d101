import { fail, type ActionFailure } from '@sveltejs/kit';
import { Invalid } from '#foundation/refusal.ts';
import { readTable, tableProblemsOf, type Table } from '#foundation/spreadsheets/index.ts';
import { m } from '#words';
import type { FormData_, FormProblems } from '../form-action.ts';
import { refusalWords } from '../refusal-words.ts';

// A list that was brought in and can't be taken over yet: every line that needs a look, in words, as a table.

export type ShownProblem = { line: number; column: string; message: string };
export type TableRefused = FormProblems & { problems: ShownProblem[]; more: number };

/** A screen takes no more; the rest shows when these are put right. */
const most = 200;

/** The table in the posted file. Throws Invalid on `file`. */
export async function postedTable(form: FormData_): Promise<Table> {
  const file = form.files['file']?.[0];
  if (!file) throw new Invalid([{ field: 'file', code: 'table.file-needed' }]);
  return readTable(new Uint8Array(await file.arrayBuffer()), file.name);
}

/** Runs an import; a refusal of rows comes back as a failure with those rows, `titles` naming the columns. */
export async function importAction<T>(
  form: FormData_,
  titles: Record<string, string>,
  work: (table: Table) => Promise<T>,
): Promise<T | ActionFailure<TableRefused>> {
  try {
    return await work(await postedTable(form));
  } catch (error) {
    const problems = tableProblemsOf(error);
    if (!problems) throw error;
    const shown = problems
      .slice(0, most)
      .map(({ line, column, code, values }) => ({ line, column: titles[column] ?? column, message: refusalWords(code, values) }));
    const errors = [{ field: 'file', message: m.places_import_refused({ count: problems.length }) }];
    return fail(422, { errors, values: form.values, lists: form.lists, problems: shown, more: problems.length - shown.length });
  }
}
