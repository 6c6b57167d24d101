// Coordinates and outlines, without a word of the neighbourhood and without a map library.
export { toWgs84 } from './datum.ts';
export { isDatum, outlineLimits, readOutline, type Polygons } from './outline.ts';
export { datums, type Datum, type Point } from './point.ts';
export { boundsOf, pathOf, sheetOf, type Bounds } from './sheet.ts';
