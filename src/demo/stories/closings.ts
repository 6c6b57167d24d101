import { triedInVain } from '../course.ts';
import { passUntilDay, type Life } from '../life.ts';
import { accepted, answered, asked, assigned, closedWithout, published, referralAccepted, referralAsked, sorted } from '../moves.ts';
import { evidence } from '../texts/replies.ts';
import type { Community, Town } from '../town.ts';
import { tell } from './story.ts';
import { toldAndAnswered } from './told-and-answered.ts';

// Closed without the resident's yes, on grounds a rule allows and with evidence; the unlawful wish is among the complaints.

export function closings(town: Town, here: Community): Life[] {
  return [
    movedAway(town, here),
    noPower(town, here),
    notNow(town, here),
    sameFacts(town, here),
    anonymous(town, here),
    wouldNotSay(town, here),
  ];
}

/** She moved away before anybody could ask her. */
function movedAway(town: Town, here: Community): Life {
  const life = toldAndAnswered(
    town,
    here,
    'moved',
    {
      category: 'housing',
      ago: 50,
      speaker: 'gaolanxiang',
      ...(here.workers[0] && { writer: here.workers[0] }),
      said: { kind: 'help_request', channel: 'telephone', privacy: 'named', responseMethod: 'phone', words: '阳台漏雨，接了三个盆。' },
    },
    '阳台顶上补了防水，做了闭水试验。',
  );
  triedInVain(life);
  closedWithout(life, 'UNREACHABLE', `${evidence.UNREACHABLE}邻居说已经搬走。`);
  return life;
}

function noPower(town: Town, here: Community): Life {
  const life = tell(town, here, 'no-power', {
    category: 'environment',
    ago: 160,
    ...(here.workers[0] && { writer: here.workers[0] }),
    said: {
      kind: 'complaint',
      channel: 'hotline_transfer',
      phone: '00090004004',
      responseMethod: 'phone',
      placeWords: '河边',
      words: '河道边上夜里有人倒渣土，一车一车的。',
    },
  });
  sorted(life, { scope: 'public' });
  assigned(life, here.workers[1] ?? here.secretary);
  accepted(life);
  referralAsked(life, '河道管理处');
  passUntilDay(life, 3);
  referralAccepted(life, '河道处来函〔88〕号：夜间巡查，已立案');
  answered(life, '我们夜里去守了两次，拍到车牌，已交河道管理处立案。您要问进展，打他们值班电话，报88号就行。');
  closedWithout(life, 'NO_POWER_REFERRED', evidence.NO_POWER_REFERRED);
  return life;
}

function notNow(town: Town, here: Community): Life {
  const life = toldAndAnswered(
    town,
    here,
    'not-now',
    {
      category: 'housing',
      ago: 101,
      speaker: 'zhaozhenshan',
      writer: town.person('zhaozhenshan'),
      said: {
        kind: 'opinion',
        channel: 'building_chief',
        privacy: 'named',
        responseMethod: 'phone',
        words: '3号楼该加装电梯了，六十岁以上的二十三户，下楼一次歇三回。',
      },
    },
    '今年的补助名额用完了，明年第一批已经替3号楼占上。楼里先把意向书签起来，到时不耽误。',
  );
  closedWithout(life, 'NOT_NOW', evidence.NOT_NOW);
  published(life, '3号楼想加装电梯', '今年名额用完了，明年第一批已占上，到日子再看。');
  return life;
}

function sameFacts(town: Town, here: Community): Life {
  const life = toldAndAnswered(
    town,
    here,
    'same-facts',
    {
      category: 'parking',
      ago: 205,
      ...(here.workers[2] && { writer: here.workers[2] }),
      said: {
        kind: 'complaint',
        channel: 'complaint_line',
        phone: '00090004006',
        responseMethod: 'phone',
        placeWords: '北门',
        words: '北门凭什么晚上十点关？我还是那句话，不同意。',
      },
    },
    '北门夜里关是居民会议定的，上个月给您寄过记录。想改可以在下次会议上提，需要二十户联名，表格随信附上。',
  );
  closedWithout(life, 'SAME_FACTS_ALREADY_ANSWERED', evidence.SAME_FACTS_ALREADY_ANSWERED);
  return life;
}

function anonymous(town: Town, here: Community): Life {
  const life = toldAndAnswered(
    town,
    here,
    'anonymous',
    {
      category: 'safety',
      ago: 99,
      minute: 1320,
      said: {
        kind: 'complaint',
        channel: 'web',
        privacy: 'anonymous',
        placeWords: '5号楼楼道',
        words: '5号楼楼道里有人存了几十桶油漆，味儿呛人，一点就着。',
      },
    },
    '当天和消防的同志上门，四十二桶油漆全部搬走，主人签了保证。结果贴在5号楼公告栏。',
  );
  closedWithout(life, 'ANONYMOUS', evidence.ANONYMOUS);
  published(life, '楼道里存油漆', '当天全部搬走，结果贴在公告栏。');
  return life;
}

function wouldNotSay(town: Town, here: Community): Life {
  const life = toldAndAnswered(
    town,
    here,
    'would-not-say',
    {
      category: 'noise',
      ago: 78,
      ...(here.workers[0] && { writer: here.workers[0] }),
      said: {
        kind: 'complaint',
        channel: 'telephone',
        phone: '00090004008',
        responseMethod: 'phone',
        placeWords: '4号楼',
        words: '楼下麻将馆哗啦哗啦到半夜。',
      },
    },
    '麻将馆换了静音桌布，十点关门，墙上贴了时间。',
  );
  asked(life, 'would_not_say', { note: '说“先这样吧”，不愿打分。' });
  closedWithout(life, 'RESIDENT_DECLINED_TO_CONFIRM', evidence.RESIDENT_DECLINED_TO_CONFIRM);
  return life;
}
