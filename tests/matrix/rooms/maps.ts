import { randomUUID } from 'node:crypto';
import type { Room } from '../rooms.ts';

const ring = [
  [83.5, 38.9],
  [83.51, 38.9],
  [83.51, 38.91],
  [83.5, 38.9],
];

export const room: Room = {
  posts: {
    'POST /staff/c/[community]/map?/point': () => ({ placeId: randomUUID(), latitude: '38.9', longitude: '83.5', datum: 'WGS84' }),
    'POST /staff/c/[community]/map?/outline': () => ({ outline: JSON.stringify({ type: 'Polygon', coordinates: [ring] }), datum: 'WGS84' }),
    'POST /staff/c/[community]/map?/remove': () => ({}),
  },
};
