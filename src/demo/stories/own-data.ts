import { passUntilDay, type Life } from '../life.ts';
import { accepted, answered, assigned, confirmed, sorted } from '../moves.ts';
import { dataAsked, lookedUp } from '../moves-of-rights.ts';
import type { Community, Town } from '../town.ts';
import { tell, until } from './story.ts';
import { toldAndAnswered } from './told-and-answered.ts';

// People who ask what is kept of them: one still waiting, one who got a copy, one who wished to be forgotten.

export function ownData(town: Town, here: Community): Life[] {
  return [forgotten(town, here), copied(town, here), waiting(town, here)];
}

/** Moved away, and wanted nothing to stay: only the number, the dates, the category and the outcome are left. */
function forgotten(town: Town, here: Community): Life {
  const life = toldAndAnswered(
    town,
    here,
    'forgotten',
    {
      category: 'housing',
      ago: 44,
      minute: 1245,
      said: {
        kind: 'help_request',
        channel: 'web',
        privacy: 'confidential',
        name: '许女士',
        phone: '00090005001',
        responseMethod: 'sms',
        placeWords: '5号楼3单元，门禁旁边',
        mayPublish: false,
        words: '门禁卡刷了没反应，我晚上十一点下班，站楼下冻了半个钟头。',
      },
    },
    '门禁读卡头换了，您那张卡重新写过，请到办公室来取。',
  );
  confirmed(life, 5, '能用了，谢谢。');
  dataAsked(
    life,
    { kind: 'erase', wish: '我已经搬走了，请把我的信息都删掉。' },
    { by: here.secretary, reason: '已删去。编号和日期按规定留着。' },
  );
  return life;
}

/** By telephone, because she has no computer; the copy was handed over at the office. */
function copied(town: Town, here: Community): Life {
  const [chen, lin = here.secretary] = here.workers;
  const life = tell(town, here, 'copied', {
    category: 'welfare',
    ago: 31,
    writer: lin,
    said: {
      kind: 'question',
      channel: 'telephone',
      name: '邱奶奶',
      phone: '00090005002',
      responseMethod: 'phone',
      placeWords: '2号楼',
      words: '高龄津贴今年要不要重新登记？我腿脚不好，问清楚了再去。',
    },
  });
  sorted(life, { scope: 'private' });
  assigned(life, chen ?? lin);
  accepted(life);
  lookedUp(life, chen ?? lin, 'call');
  passUntilDay(life, 3);
  answered(life, '不用重新登记，去年登记过的自动续上。');
  dataAsked(
    life,
    { kind: 'copy', way: 'phone', by: lin, wish: '想要一份你们记了我什么。' },
    { by: here.secretary, reason: '打印好交给您本人了。' },
  );
  return life;
}

/** A number written down wrongly; the request came on paper last week. */
function waiting(town: Town, here: Community): Life {
  const [chen = here.secretary, lin = here.secretary] = here.workers;
  const life = tell(town, here, 'wrong-number', {
    category: 'noise',
    ago: 9,
    writer: lin,
    said: {
      kind: 'opinion',
      channel: 'walk_in',
      name: '冯师傅',
      phone: '00090005003',
      responseMethod: 'phone',
      placeWords: '小广场',
      words: '小广场的音响晚上九点以后能不能关小点，家里有孩子要睡。',
    },
  });
  sorted(life);
  assigned(life, chen);
  accepted(life);
  lookedUp(life, chen, 'call');
  until(life, 5);
  dataAsked(life, { kind: 'correct', way: 'paper', by: lin, wish: '电话记错了一位，尾号是 5030。' });
  return life;
}
