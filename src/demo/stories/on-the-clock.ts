import type { Life } from '../life.ts';
import { added, assigned, extended, noted, sorted, waiting } from '../moves.ts';
import type { Community, Town } from '../town.ts';
import { begunBy } from './begun-by.ts';
import { tell } from './story.ts';

// Matters whose date decides how they look on the desk: due tomorrow, due today, overdue, or put off.

export function onTheClock(town: Town, here: Community): Life[] {
  return [dueTomorrow(town, here), dueToday(town, here), flooded(town, here), tooLong(town, here), waitsForWater(town, here)];
}

function dueTomorrow(town: Town, here: Community): Life {
  const life = tell(town, here, 'amber', {
    category: 'housing',
    ago: 4,
    speaker: 'liujianguo',
    ...(here.workers[1] && { writer: here.workers[1] }),
    said: {
      kind: 'help_request',
      channel: 'telephone',
      privacy: 'named',
      responseMethod: 'phone',
      words: '4号楼1单元电子门又打不开了，送奶的进不来。',
    },
  });
  begunBy(life, here);
  noted(life, '锁匠约了明天上午。');
  return life;
}

/** Extended once, and the date is today. */
function dueToday(town: Town, here: Community): Life {
  const life = tell(town, here, 'dance', {
    category: 'noise',
    ago: 10,
    writer: town.person('zhouguilan'),
    said: {
      kind: 'complaint',
      channel: 'liaison_visit',
      phone: '00090005006',
      responseMethod: 'visit',
      placeWords: '中心广场',
      words: '广场舞音响开到晚上十点，孩子写不了作业。',
    },
  });
  begunBy(life, here);
  extended(life, 5, '舞队队长出门了，下周回来再一起商量时间。');
  return life;
}

/** Red since yesterday; the clock takes it up tomorrow. */
function flooded(town: Town, here: Community): Life {
  const life = tell(town, here, 'flooded', {
    category: 'water',
    ago: 7,
    ...(here.workers[1] && { writer: here.workers[1] }),
    pictures: ['puddle'],
    said: {
      kind: 'help_request',
      channel: 'telephone',
      phone: '00090005007',
      responseMethod: 'phone',
      placeWords: '南区车库',
      vitalInterest: true,
      words: '地下车库积水，电动车泡了，抽水机响一会儿就停。',
    },
  });
  begunBy(life, here);
  added(life, '水又涨了一指。');
  return life;
}

/** Nobody took it on for too long: the clock has sent it up. */
function tooLong(town: Town, here: Community): Life {
  const life = tell(town, here, 'too-long', {
    category: 'safety',
    ago: 12,
    ...(here.workers[1] && { writer: here.workers[1] }),
    said: {
      kind: 'complaint',
      channel: 'paper',
      phone: '00090005008',
      responseMethod: 'paper',
      placeWords: '6号楼',
      words: '六号楼一层私接电线过道，挂衣服。老年人写，字不好，请谅解。',
    },
  });
  sorted(life);
  assigned(life, here.property);
  return life;
}

function waitsForWater(town: Town, here: Community): Life {
  const life = tell(town, here, 'waits', {
    category: 'water',
    ago: 6,
    ...(here.workers[2] && { writer: here.workers[2] }),
    said: {
      kind: 'help_request',
      channel: 'walk_in',
      phone: '00090005009',
      responseMethod: 'phone',
      placeWords: '2号楼',
      words: '2号楼总水表前面渗水，地砖都泡起来了。',
    },
  });
  begunBy(life, here);
  extended(life, 8, '要自来水公司停水才能挖，排在下周。');
  waiting(life, '等自来水公司出停水单。', 4);
  return life;
}
