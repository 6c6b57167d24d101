import { passUntilDay, type Life } from '../life.ts';
import { triedInVain } from '../course.ts';
import {
  accepted,
  added,
  answered,
  asked,
  assigned,
  closedWithout,
  confirmed,
  published,
  referralAccepted,
  referralAsked,
  reopened,
  sorted,
  withdrawn,
} from '../moves.ts';
import { evidence } from '../texts/replies.ts';
import type { Community, Town } from '../town.ts';
import { tell, type Story } from './story.ts';

// Every way a voice can end besides the resident's plain yes.

export function endings(town: Town, here: Community): Life[] {
  return [
    emergency(town, here),
    handedOver(town, here),
    movedAway(town, here),
    noPower(town, here),
    notNow(town, here),
    sameFacts(town, here),
    anonymous(town, here),
    wouldNotSay(town, here),
    takenBack(town, here),
    twiceNotSolved(town, here),
  ];
}

/** Danger to life: at once, to those who can help. */
function emergency(town: Town, here: Community): Life {
  const he = here.workers[2] ?? here.secretary;
  const life = tell(town, here, 'emergency', {
    category: 'welfare',
    ago: 66,
    minute: 17 * 60 + 5,
    office: he,
    writer: he,
    said: {
      kind: 'help_request',
      channel: 'telephone',
      phone: '00090004001',
      responseMethod: 'phone',
      placeWords: '1号楼1单元',
      vitalInterest: true,
      words: '我爸胸口疼得直冒汗，左胳膊也麻，就我一个人在家，怎么办！',
    },
  });
  sorted(life, { urgency: 'danger', scope: 'private', quick: true });
  referralAsked(life, '120急救中心', { quick: true });
  life.at = new Date(life.at.getTime() + 60_000);
  referralAccepted(life, '120已派车，调度员复述地址无误；联络员到楼下引路');
  return life;
}

function handedOver(town: Town, here: Community): Life {
  const life = tell(town, here, 'handed-over', {
    category: 'facilities',
    ago: 28,
    writer: town.person('zhouguilan'),
    said: {
      kind: 'help_request',
      channel: 'liaison_visit',
      phone: '00090004002',
      responseMethod: 'visit',
      placeWords: '东门外马路',
      words: '东门外马路上的路灯杆歪了，歪向人行道这边，看着悬。',
    },
  });
  sorted(life, { scope: 'public', urgency: 'urgent' });
  referralAsked(life, '市政路灯管理所');
  passUntilDay(life, 2);
  referralAccepted(life, '路灯所受理单 0215 号，三日内扶正');
  published(life, '东门外路灯杆歪了', '已交给路灯所，受理单0215号，说好三天内扶正。');
  return life;
}

function usual(town: Town, here: Community, key: string, story: Story, answer: string): Life {
  const life = tell(town, here, key, story);
  sorted(life);
  assigned(life, here.workers[1] ?? here.secretary);
  accepted(life);
  passUntilDay(life, 4);
  answered(life, answer);
  return life;
}

/** She moved away before anybody could ask her. */
function movedAway(town: Town, here: Community): Life {
  const life = usual(
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
  const life = usual(
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
  const life = usual(
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
  const life = usual(
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
  const life = usual(
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

function takenBack(town: Town, here: Community): Life {
  const life = tell(town, here, 'taken-back', {
    category: 'water',
    ago: 11,
    minute: 1210,
    speaker: 'lixiaochuan',
    signedIn: true,
    said: { kind: 'help_request', channel: 'web', privacy: 'confidential', words: '家里停水了，是不是又爆管？' },
  });
  withdrawn(life, '弄错了，是我忘了交水费，不好意思。');
  return life;
}

/** Twice not solved: the second time the street takes it up, and then it is. */
function twiceNotSolved(town: Town, here: Community): Life {
  const life = usual(
    town,
    here,
    'twice',
    {
      category: 'housing',
      ago: 90,
      speaker: 'wangxiuzhen',
      writer: town.person('zhouguilan'),
      said: {
        kind: 'help_request',
        channel: 'liaison_visit',
        privacy: 'named',
        responseMethod: 'visit',
        words: '我家阳台下水管子，一下雨就倒灌，拖把都拖不过来。',
        vitalInterest: true,
      },
    },
    '下水口的网罩清了，试了两桶水，下得去。',
  );
  asked(life, 'not_solved', { way: 'visit', note: '昨天下雨又倒灌了。' });
  assigned(life, here.workers[0] ?? here.secretary);
  accepted(life);
  passUntilDay(life, 12);
  answered(life, '换了一截新的下水管。');
  reopened(life, '雨大还是灌，楼上楼下一起灌。', 2, 4);
  life.office = here.street;
  assigned(life, here.workers[1] ?? here.secretary);
  accepted(life);
  added(life, '街道的同志和施工队一块儿来看过了，说是主管坡度不对。');
  passUntilDay(life, 22);
  answered(life, '街道请施工队把整根主管的坡度重做了，下了两场雨，我都来看过，不灌了。');
  confirmed(life, 5, '三回了，这回是真好了。');
  published(life, '阳台下水管一下雨就倒灌', '清过、换过都没好，第三次由街道牵头重做了主管坡度，两场大雨都没再灌。');
  return life;
}
