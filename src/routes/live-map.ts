import { type GeoJSONSource, Map as MapLibre, Marker, NavigationControl, setWorkerUrl, type StyleSpecification } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { m } from '#words';
import type { MapDrawing } from './map-drawing.ts';

// The map that can be moved. It asks nobody outside: its ground is plain paper, its lines are our own.

type Place = { latitude: number; longitude: number };
/** `draw`: shows the corners pressed so far as a line. */
export type LiveMap = { remove(): void; draw(corners: readonly Place[]): void };

/** Null in a browser without WebGL. `label`: its spoken name; `pick`: what to do with the place that was pressed, in WGS-84. */
export function startLiveMap(frame: HTMLElement, drawing: MapDrawing, label: string, pick?: (point: Place) => void): LiveMap | null {
  if (!document.createElement('canvas').getContext('webgl2')) return null;
  setWorkerUrl(workerUrl);
  const map = new MapLibre({
    container: frame,
    style: styleOf(drawing),
    bounds: drawing.bounds,
    fitBoundsOptions: { padding: 32 },
    locale: {
      'Map.Title': label,
      'NavigationControl.ZoomIn': m.maps_zoom_in(),
      'NavigationControl.ZoomOut': m.maps_zoom_out(),
      'CooperativeGesturesHandler.WindowsHelpText': m.maps_zoom_ctrl(),
      'CooperativeGesturesHandler.MacHelpText': m.maps_zoom_command(),
      'CooperativeGesturesHandler.MobileHelpText': m.maps_zoom_fingers(),
    },
    attributionControl: false,
    cooperativeGestures: true,
    maxZoom: 20,
  });
  map.addControl(new NavigationControl({ showCompass: false }));
  // Neighbours stand above and below their place by turns, so that their names don't cover each other.
  const fromWest = drawing.points.toSorted((a, b) => a.point.longitude - b.point.longitude);
  for (const [at, { point, name, count }] of fromWest.entries())
    new Marker({ element: signOf(name, count), offset: [0, at % 2 === 0 ? -14 : 14] })
      .setLngLat([point.longitude, point.latitude])
      .addTo(map);
  if (pick) map.on('click', ({ lngLat }) => pick({ latitude: lngLat.lat, longitude: lngLat.lng }));
  return { remove: () => map.remove(), draw: (corners) => void map.getSource<GeoJSONSource>('drawn')?.setData(lineOf(corners)) };
}

function lineOf(corners: readonly Place[]): Parameters<GeoJSONSource['setData']>[0] {
  const coordinates = corners.map(({ longitude, latitude }) => [longitude, latitude]);
  const dots = coordinates.map((corner) => ({ type: 'Point' as const, coordinates: corner }));
  const ring = [...coordinates, ...coordinates.slice(0, 1)];
  const shapes = coordinates.length > 1 ? [...dots, { type: 'LineString' as const, coordinates: ring }] : dots;
  return { type: 'FeatureCollection', features: shapes.map((geometry) => ({ type: 'Feature' as const, properties: {}, geometry })) };
}

function styleOf({ areas }: MapDrawing): StyleSpecification {
  const most = Math.max(1, ...areas.map(({ heat }) => heat));
  const features = areas.map(({ id, polygons, heat }) => ({
    type: 'Feature' as const,
    properties: { fill: id === '' ? 0 : 0.06 + (0.4 * heat) / most, line: id === '' ? 3 : 1.5 },
    geometry: { type: 'MultiPolygon' as const, coordinates: polygons },
  }));
  return {
    version: 8,
    sources: { outlines: { type: 'geojson', data: { type: 'FeatureCollection', features } }, drawn: { type: 'geojson', data: lineOf([]) } },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': token('--sheet') } },
      { id: 'areas', type: 'fill', source: 'outlines', paint: { 'fill-color': token('--act'), 'fill-opacity': ['get', 'fill'] } },
      { id: 'edges', type: 'line', source: 'outlines', paint: { 'line-color': token('--ink'), 'line-width': ['get', 'line'] } },
      { id: 'drawn', type: 'line', source: 'drawn', paint: { 'line-color': token('--evaluate'), 'line-width': 3 } },
      { id: 'corners', type: 'circle', source: 'drawn', paint: { 'circle-color': token('--evaluate'), 'circle-radius': 5 } },
    ],
  };
}

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim() || 'gray';
}

function signOf(name: string, count: number): HTMLElement {
  const sign = document.createElement('span');
  sign.className = 'tag';
  sign.textContent = count > 0 ? `${name} · ${count}` : name;
  return sign;
}
