/** A place on the earth, in degrees. Which datum is said beside it. */
export type Point = { latitude: number; longitude: number };

/**
 * What coordinates are measured against. GCJ-02 is what maps in China show by law, shifted by some 500 m; BD-09 is shifted
 * once more. We keep WGS-84, as GPS and GeoJSON have it.
 */
export const datums = ['WGS84', 'GCJ02', 'BD09'] as const;
export type Datum = (typeof datums)[number];
