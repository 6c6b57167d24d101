import { isDatum, type Datum } from '#foundation/map/index.ts';
import { findColumns, type Table, type TableProblem } from '#foundation/spreadsheets/index.ts';
import { cleanName } from './clean-name.ts';
import { placeNameMost } from './inputs.ts';
import { placeTitles, pointTitles, type PointColumn } from './place-columns.ts';
import { placeLevels, type PlaceLevel } from './place.ts';

// One line of a community's list: a household or a building, with what stands around it.

export type Step = { level: PlaceLevel; name: string };
/** Where the building of a line stands, as given. */
export type RowPoint = { latitude: number; longitude: number; datum: Datum };
/** `steps` from the outside in; the last is what the line is about. */
export type PlaceRow = { line: number; steps: Step[]; last: Step; point: RowPoint | null };

/** Reads the lines of a table. Columns nobody knows are left alone and named in `ignored`. */
export function readPlaceRows(table: Table): { rows: PlaceRow[]; problems: TableProblem[]; ignored: string[] } {
  const columns = findColumns(table.header, { ...placeTitles(), ...pointTitles() });
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
    const cell = (column: PointColumn) => (cells[columns.at[column] ?? -1] ?? '').normalize('NFKC').trim();
    const point = pointIn(cell);
    if (point === 'wrong') found.push({ line, column: 'longitude', code: 'map.not-a-degree' });
    else if (found.length === 0 && last) rows.push({ line, steps, last, point });
    problems.push(...found);
  }
  return { rows, problems, ignored: columns.ignored };
}

/** Both numbers or neither; without a word on the map they were read from, they are WGS-84. */
function pointIn(cell: (column: PointColumn) => string): RowPoint | null | 'wrong' {
  if (cell('longitude') === '' && cell('latitude') === '') return null;
  const [longitude, latitude] = [degrees(cell('longitude'), 180), degrees(cell('latitude'), 85)];
  const datum = (cell('datum') || 'WGS84').toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  return longitude === null || latitude === null || !isDatum(datum) ? 'wrong' : { longitude, latitude, datum };
}

function degrees(text: string, most: number): number | null {
  const value = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  return Math.abs(value) <= most ? value : null;
}

function problemsOf(line: number, steps: Step[]): TableProblem[] {
  const problems: TableProblem[] = steps
    .filter((step) => step.name.length > placeNameMost)
    .map((step) => ({ line, column: step.level, code: 'input.too-long' }));
  if (!steps.some((step) => step.level === 'building')) problems.push({ line, column: 'building', code: 'places.building-missing' });
  return problems;
}
