import { m } from '#words';
import type { PlaceLevel } from './place.ts';

// What the columns of a list of places may be called. The words keep the titles apart with a stroke; the first is ours.

type Locale = 'zh-CN' | 'en';
type Titles = (inputs: Record<string, never>, options: { locale: Locale }) => string;

const words: Record<PlaceLevel, Titles> = {
  grid: m.places_headings_grid,
  estate: m.places_headings_estate,
  building: m.places_headings_building,
  unit: m.places_headings_unit,
  household: m.places_headings_household,
};

/** All titles of each column, in both languages. */
export function placeTitles(): Record<PlaceLevel, string[]> {
  const both = (level: PlaceLevel) => [...titlesIn(level, 'zh-CN'), ...titlesIn(level, 'en')];
  return { grid: both('grid'), estate: both('estate'), building: both('building'), unit: both('unit'), household: both('household') };
}

/** Where the building of a line stands, and of which map the numbers are. */
export const pointColumns = ['longitude', 'latitude', 'datum'] as const;
export type PointColumn = (typeof pointColumns)[number];

export function pointTitles(): Record<PointColumn, string[]> {
  const both = (titles: Titles) => [...titles({}, { locale: 'zh-CN' }).split('|'), ...titles({}, { locale: 'en' }).split('|')];
  return { longitude: both(m.places_headings_longitude), latitude: both(m.places_headings_latitude), datum: both(m.places_headings_datum) };
}

export function pointTitle(column: PointColumn, locale: Locale): string {
  return m[`places_headings_${column}`]({}, { locale }).split('|')[0] ?? column;
}

/** The title we write ourselves, in the reader's language. */
export function placeTitle(level: PlaceLevel, locale: Locale): string {
  return titlesIn(level, locale)[0] ?? level;
}

function titlesIn(level: PlaceLevel, locale: Locale): string[] {
  return words[level]({}, { locale }).split('|');
}
