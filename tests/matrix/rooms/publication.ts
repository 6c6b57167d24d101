import { randomUUID } from 'node:crypto';
import type { Room } from '../rooms.ts';

const nowhere = randomUUID();

export const room: Room = {
  posts: {
    'POST /staff/c/[community]/voices/[number]/clearing?/clear': () => ({ photoId: nowhere }),
    'POST /staff/c/[community]/voices/[number]/clearing?/hide': () => ({ photoId: nowhere }),
    'POST /c/[community]/mine/feeds?/begin': () => ({ category: 'water' }),
    'POST /c/[community]/mine/feeds?/end': () => ({ subscriptionId: nowhere }),
  },
};
