import { findColumns, type Table, type TableProblem } from '#foundation/spreadsheets/index.ts';
import { cleanName } from './clean-name.ts';
import { placeNameMost } from './inputs.ts';
import { placeTitles } from './place-columns.ts';
import { placeLevels, type PlaceLevel } from './place.ts';

// One line of a community's list: a household or a building, with what stands around it.

export type Step = { level: PlaceLevel; name: string };
/** `steps` from the outside in; the last is what the line is about. */
export type PlaceRow = { line: number; steps: Step[]; last: Step };

/** Reads the lines of a table. Columns nobody knows are left alone and named in `ignored`. */
export function readPlaceRows(table: Table): { rows: PlaceRow[]; problems: TableProblem[]; ignored: string[] } {
  const columns = findColumns(table.header, placeTitles());
  const unclear = columns.twice.map((column) => ({ line: 1, column, code: 'places.column-twice' }));
  if (columns.at.building === undefined) unclear.push({ line: 1, column: 'building', code: 'places.column-missing' });
  if (unclear.length > 0) return { rows: [], problems: unclear, ignored: columns.ignored };
  const rows: PlaceRow[] = [];
  const problems: TableProblem[] = [];
  for (const { line, cells } of table.rows) {
    const steps = placeLevels
      .map((level) => ({ level, name: cleanName(cells[columns.at[level] ?? -1] ?? '') }))
      .filter((step) => step.name !== '');
    const found = problemsOf(line, steps);
    const last = steps.at(-1);
    if (found.length === 0 && last) rows.push({ line, steps, last });
    problems.push(...found);
  }
  return { rows, problems, ignored: columns.ignored };
}

function problemsOf(line: number, steps: Step[]): TableProblem[] {
  const problems: TableProblem[] = steps
    .filter((step) => step.name.length > placeNameMost)
    .map((step) => ({ line, column: step.level, code: 'input.too-long' }));
  if (!steps.some((step) => step.level === 'building')) problems.push({ line, column: 'building', code: 'places.building-missing' });
  return problems;
}
