import type { Datum, Point } from './point.ts';

// Between the three datums used in China. The shift of GCJ-02 has no published formula; this is the one everybody uses,
// known to agree with what maps show to within a few metres [github.com/googollee/eviltransform].

/** The ellipsoid of Krasovsky 1940: half of the long axis in metres, and its squared eccentricity. */
const axis = 6_378_245;
const eccentricity = 0.006_693_421_622_965_943;
const spin = (Math.PI * 3000) / 180;

/** From any datum to the one we keep. */
export function toWgs84(point: Point, from: Datum): Point {
  if (from === 'WGS84') return point;
  return gcjToWgs(from === 'BD09' ? bdToGcj(point) : point);
}

/** From the one we keep to any datum, for tiles that are drawn in it. */
export function fromWgs84(point: Point, to: Datum): Point {
  if (to === 'WGS84') return point;
  const shifted = wgsToGcj(point);
  return to === 'BD09' ? gcjToBd(shifted) : shifted;
}

/** Outside of mainland China nothing is shifted. */
function isShifted({ latitude, longitude }: Point): boolean {
  return longitude > 72.004 && longitude < 137.8347 && latitude > 0.8293 && latitude < 55.8271;
}

function wgsToGcj(point: Point): Point {
  if (!isShifted(point)) return point;
  const { latitude, longitude } = point;
  const [x, y] = [longitude - 105, latitude - 35];
  const angle = (latitude / 180) * Math.PI;
  const curve = 1 - eccentricity * Math.sin(angle) ** 2;
  const north = ((axis * (1 - eccentricity)) / curve ** 1.5 / 180) * Math.PI;
  const east = ((axis * Math.cos(angle)) / Math.sqrt(curve) / 180) * Math.PI;
  return { latitude: latitude + northShift(x, y) / north, longitude: longitude + eastShift(x, y) / east };
}

/** There is no formula back: what is shifted to the point is looked for, four steps bring it below a millimetre. */
function gcjToWgs(point: Point): Point {
  let guess = point;
  for (let step = 0; step < 4; step++) {
    const shifted = wgsToGcj(guess);
    guess = {
      latitude: guess.latitude + point.latitude - shifted.latitude,
      longitude: guess.longitude + point.longitude - shifted.longitude,
    };
  }
  return guess;
}

function gcjToBd({ latitude, longitude }: Point): Point {
  const radius = Math.hypot(longitude, latitude) + 0.000_02 * Math.sin(latitude * spin);
  const angle = Math.atan2(latitude, longitude) + 0.000_003 * Math.cos(longitude * spin);
  return { latitude: radius * Math.sin(angle) + 0.006, longitude: radius * Math.cos(angle) + 0.0065 };
}

function bdToGcj({ latitude, longitude }: Point): Point {
  const [x, y] = [longitude - 0.0065, latitude - 0.006];
  const radius = Math.hypot(x, y) - 0.000_02 * Math.sin(y * spin);
  const angle = Math.atan2(y, x) - 0.000_003 * Math.cos(x * spin);
  return { latitude: radius * Math.sin(angle), longitude: radius * Math.cos(angle) };
}

/** Metres to the north. */
function northShift(x: number, y: number): number {
  const slope = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  return slope + waves(x, 20, 6, 20, 2) + waves(y, 20, 1, 40, 1 / 3) + waves(y, 160, 1 / 12, 320, 1 / 30);
}

/** Metres to the east. */
function eastShift(x: number, y: number): number {
  const slope = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  return slope + waves(x, 20, 6, 20, 2) + waves(x, 20, 1, 40, 1 / 3) + waves(x, 150, 1 / 12, 300, 1 / 30);
}

function waves(at: number, high: number, often: number, higher: number, rarely: number): number {
  return ((high * Math.sin(often * at * Math.PI) + higher * Math.sin(rarely * at * Math.PI)) * 2) / 3;
}
