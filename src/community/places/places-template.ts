import { m } from '#words';
import { writeCsv, writeXlsx } from '#foundation/spreadsheets/index.ts';
import { placeTitle, pointColumns, pointTitle } from './place-columns.ts';
import { placeLevels } from './place.ts';

export type PlacesTemplate = { bytes: Buffer; fileName: string; mediaType: string };

/** An empty list to fill in, with headings in the reader's language and three invented lines as an example. */
export async function placesTemplate(locale: 'zh-CN' | 'en', format: 'xlsx' | 'csv'): Promise<PlacesTemplate> {
  const header = [...placeLevels.map((level) => placeTitle(level, locale)), ...pointColumns.map((column) => pointTitle(column, locale))];
  const around = [m.places_sample_grid({}, { locale }), m.places_sample_estate({}, { locale })];
  const building = (number: number) => m.places_sample_building({ number }, { locale });
  const unit = (number: number) => m.places_sample_unit({ number }, { locale });
  const rows = [
    [...around, building(1), unit(1), '101', '83.512', '38.905', 'WGS84'],
    [...around, building(1), unit(2), '502', '', '', ''],
    [...around, building(2), '', '', '', '', ''],
  ];
  if (format === 'csv') return { bytes: writeCsv(header, rows), fileName: 'places.csv', mediaType: 'text/csv; charset=utf-8' };
  return {
    bytes: await writeXlsx(header, rows),
    fileName: 'places.xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  };
}
