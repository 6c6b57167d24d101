// What is wrong with somebody's list, row by row, so that all of it can be put right at once.
import { Invalid } from '#foundation/refusal.ts';

/** `line` as the spreadsheet counts it (from 1); `column` is our name for it, such as `building`. */
export type TableProblem = { line: number; column: string; code: string; values?: Record<string, string> };

/** The refusal of a whole table because of these rows; nothing of it is taken over. */
export function refuseTable(problems: readonly TableProblem[]): Invalid {
  return new Invalid(
    problems.map(({ line, column, code, values }) => ({ field: 'file', code, values: { ...values, line: String(line), column } })),
  );
}

/** The rows behind such a refusal; null when the error is something else. */
export function tableProblemsOf(error: unknown): TableProblem[] | null {
  if (!(error instanceof Invalid)) return null;
  const problems = error.problems.flatMap(({ code, values = {} }) => {
    const { line, column } = values;
    return line === undefined || column === undefined ? [] : [{ line: Number(line), column, code, values }];
  });
  return problems.length > 0 ? problems : null;
}
