import type { Room } from '../rooms.ts';

// What programs are asked besides the words.

export const room: Room = {
  posts: {
    'POST /staff/c/[community]/programs/questions?/keep': () => ({
      category: 'water',
      code: 'floor',
      datatype: 'number',
      questionZh: 'Floor',
      questionEn: 'Floor',
    }),
    'POST /staff/c/[community]/programs/questions?/end': () => ({ category: 'water', code: 'nothing-here' }),
  },
};
