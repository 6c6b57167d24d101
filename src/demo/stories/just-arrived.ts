import type { Life } from '../life.ts';
import { assigned, declined, sorted } from '../moves.ts';
import { declines } from '../texts/replies.ts';
import type { Community, Town } from '../town.ts';
import { tell } from './story.ts';

// What came in lately and nobody has taken on yet: unread, read, sorted, and declined once.

export function justArrived(town: Town, here: Community): Life[] {
  return [lateAtNight(town, here), justRead(town, here), justSorted(town, here), declinedOnce(town, here)];
}

function lateAtNight(town: Town, here: Community): Life {
  return tell(town, here, 'night', {
    category: 'environment',
    ago: 1,
    minute: 23 * 60 + 5,
    speaker: 'lixiaochuan',
    signedIn: true,
    pictures: ['bin'],
    said: { kind: 'help_request', channel: 'web', privacy: 'confidential', words: '7号楼门口垃圾桶满了三天，刚下班拍的，路都过不去。' },
  });
}

function justRead(town: Town, here: Community): Life {
  return tell(town, here, 'read', {
    category: 'culture',
    ago: 1,
    minute: 990,
    speaker: 'wangxiuzhen',
    writer: town.person('zhouguilan'),
    said: {
      kind: 'question',
      channel: 'liaison_visit',
      privacy: 'named',
      responseMethod: 'visit',
      words: '手机课还开吗？我想学跟重孙子视频。',
    },
  });
}

function justSorted(town: Town, here: Community): Life {
  const life = tell(town, here, 'sorted', {
    category: 'parking',
    ago: 2,
    minute: 560,
    ...(here.workers[1] && { writer: here.workers[1] }),
    said: {
      kind: 'complaint',
      channel: 'hotline_transfer',
      phone: '00090005003',
      responseMethod: 'phone',
      placeWords: '南门',
      words: '南门口每天早上送孩子的车三排并着停，救护车都进不来。',
    },
  });
  sorted(life, { scope: 'public' });
  return life;
}

function declinedOnce(town: Town, here: Community): Life {
  const life = tell(town, here, 'declined', {
    category: 'facilities',
    ago: 3,
    ...(here.workers[0] && { writer: here.workers[0] }),
    said: {
      kind: 'help_request',
      channel: 'walk_in',
      phone: '00090005004',
      responseMethod: 'phone',
      placeWords: '西门外',
      words: '西门外人行道的盲道砖断了，一踩一翘。',
    },
  });
  sorted(life, { scope: 'public' });
  assigned(life, here.property);
  declined(life, declines[0] ?? '');
  assigned(life, here.workers[2] ?? here.secretary);
  return life;
}
