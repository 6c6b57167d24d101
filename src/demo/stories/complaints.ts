import { passUntilDay, type Life } from '../life.ts';
import {
  accepted,
  added,
  answered,
  asked,
  assigned,
  closedWithout,
  confirmed,
  noted,
  published,
  reopened,
  solved,
  sorted,
  withdrawn,
} from '../moves.ts';
import { evidence } from '../texts/replies.ts';
import type { Community, Town } from '../town.ts';
import { tell } from './story.ts';

// What is said of people who serve here, and what is said in anger. The wall must hold for each of the first three.

export function complaints(town: Town, here: Community): Life[] {
  return [
    aboutWorker(town, here),
    stillOpen(town, here),
    aboutSecretary(town, here),
    aboutChief(town, here),
    towedBike(town, here),
    coldAndAngry(town, here),
    underPressure(town, here),
    unlawful(town, here),
  ];
}

/** Named: the secretary handles it, and the one it is about never sees it. */
function aboutWorker(town: Town, here: Community): Life {
  const qin = town.person('qinzhiyuan');
  const life = tell(town, here, 'about-worker', {
    category: 'conduct',
    ago: 54,
    minute: 1260,
    office: here.secretary,
    said: {
      kind: 'complaint',
      channel: 'web',
      privacy: 'confidential',
      phone: '00090003001',
      responseMethod: 'phone',
      mayPublish: false,
      accusedIds: [qin.id],
      words: '秦致远来我家登记时说话很冲，当着孩子的面说“就你们家事多”。我不想让他知道是我说的。',
    },
  });
  sorted(life, { scope: 'private' });
  assigned(life, town.person('linguodong'));
  accepted(life);
  noted(life, '和当事人以外的两位在场邻居都谈过，情况属实。');
  passUntilDay(life, 4);
  answered(life, '情况核实了，是我们的工作人员说话不当。已要求他不再负责您这栋楼的登记，并参加了一次沟通课。没有告诉他是谁反映的。');
  solved(life, 4, { note: '说处理得可以，就怕以后碰面尴尬。' });
  return life;
}

function stillOpen(town: Town, here: Community): Life {
  const life = tell(town, here, 'about-worker-again', {
    category: 'conduct',
    ago: 2,
    minute: 620,
    office: here.secretary,
    writer: here.secretary,
    said: {
      kind: 'complaint',
      channel: 'walk_in',
      privacy: 'confidential',
      phone: '00090003002',
      responseMethod: 'phone',
      mayPublish: false,
      accusedIds: [town.person('qinzhiyuan').id],
      words: '我排了四十分钟，秦致远把后来的熟人先办了。',
    },
  });
  sorted(life, { scope: 'private' });
  assigned(life, town.person('heyuqing'));
  return life;
}

/** The community's own head: sealed for the street. */
function aboutSecretary(town: Town, here: Community): Life {
  const life = tell(town, here, 'about-secretary', {
    category: 'conduct',
    ago: 150,
    minute: 1290,
    office: here.street,
    said: {
      kind: 'complaint',
      channel: 'web',
      privacy: 'confidential',
      phone: '00090003003',
      responseMethod: 'page',
      mayPublish: false,
      accusedIds: [here.secretary.id],
      words: '方静宜把活动室钥匙给了自己熟悉的舞队，别的队排不上，问她她说“名额满了”。',
    },
  });
  sorted(life, { scope: 'community' });
  assigned(life, here.street);
  accepted(life);
  passUntilDay(life, 5);
  answered(life, '街道看了半年的使用登记：有三周确实排得不匀。从本月起排班表贴在门上，钥匙改由值班室保管，每队每周两次。');
  confirmed(life, 4, '排班表看到了，这下公平了。');
  return life;
}

/** A chief who speaks for others and is complained about, too. */
function aboutChief(town: Town, here: Community): Life {
  const life = tell(town, here, 'about-chief', {
    category: 'conduct',
    ago: 38,
    office: here.secretary,
    writer: here.secretary,
    said: {
      kind: 'complaint',
      channel: 'walk_in',
      privacy: 'confidential',
      phone: '00090003004',
      responseMethod: 'phone',
      placeWords: '5号楼',
      mayPublish: false,
      accusedIds: [town.person('qianyoutian').id],
      words: '楼长钱有田收了大家修门的钱，三个月了账也不贴，问就说“还能贪你们那点”。',
    },
  });
  sorted(life, { scope: 'community' });
  assigned(life, town.person('chenxiaohe'));
  accepted(life);
  passUntilDay(life, 4);
  answered(life, '一共收了九百六十元，修门花了八百四十元，票据已贴在一楼，余款一百二十元退到各家。以后代收的钱三天内贴账。');
  solved(life, 5);
  return life;
}

function towedBike(town: Town, here: Community): Life {
  const life = tell(town, here, 'angry-bike', {
    category: 'parking',
    ago: 175,
    minute: 1330,
    speaker: 'lixiaochuan',
    signedIn: true,
    said: {
      kind: 'complaint',
      channel: 'web',
      privacy: 'confidential',
      words: '凭什么拖我的电动车！！！贴条的字比蚂蚁还小！我晚上十二点下班找不到车，走了四十分钟回家！你们讲不讲理！',
    },
  });
  sorted(life);
  assigned(life, here.property);
  accepted(life);
  passUntilDay(life, 2);
  answered(life, '对不起，贴条的字太小，您没看见不怪您。车今天上午送回楼下了，拖车费不收。以后拖车前先打电话，再等二十四小时。');
  confirmed(life, 4, '话说重了，车回来了就行。');
  published(life, '没打招呼就拖走电动车', '车送回来了，没有收费。以后先打电话，再等一天。');
  return life;
}

function coldAndAngry(town: Town, here: Community): Life {
  const life = tell(town, here, 'angry-answer', {
    category: 'housing',
    ago: 128,
    ...(here.workers[2] && { writer: here.workers[2] }),
    said: {
      kind: 'complaint',
      channel: 'telephone',
      phone: '00090003006',
      responseMethod: 'phone',
      placeWords: '1号楼',
      words: '第三次打了！第三次！上回答复说修好了，谁看见修好了？门还是拿绳子拴着！再不来我就把门卸了扛你们办公室去！',
    },
  });
  sorted(life, { urgency: 'urgent' });
  assigned(life, here.workers[0] ?? here.secretary);
  accepted(life);
  passUntilDay(life, 1);
  answered(life, '您说得对，上回只换了合页。今天带锁匠一起来的，整个锁换了，您试过再走的。');
  reopened(life, '锁是好了，闭门器又夹手。', 2, 3);
  assigned(life, here.workers[1] ?? here.secretary);
  accepted(life);
  passUntilDay(life, 8);
  answered(life, '闭门器调慢了，两位老人试过，不夹手。');
  solved(life, 3, { note: '说早这样不就完了。' });
  return life;
}

function underPressure(town: Town, here: Community): Life {
  const life = tell(town, here, 'pressure', {
    category: 'safety',
    ago: 85,
    minute: 1180,
    said: {
      kind: 'complaint',
      channel: 'web',
      privacy: 'anonymous',
      placeWords: '2号楼一楼',
      words: '2号楼一楼把承重墙砸了个门洞，我是楼上的，不敢留名字。',
    },
  });
  sorted(life, { urgency: 'urgent', scope: 'public' });
  assigned(life, here.workers[1] ?? here.secretary);
  accepted(life);
  withdrawn(life, '有人敲门问是不是我说的，我害怕。', true);
  return life;
}

/** What nobody may do is not done; the way that is open is told. */
function unlawful(town: Town, here: Community): Life {
  const life = tell(town, here, 'unlawful', {
    category: 'noise',
    ago: 110,
    ...(here.workers[1] && { writer: here.workers[1] }),
    said: {
      kind: 'help_request',
      channel: 'walk_in',
      phone: '00090003008',
      responseMethod: 'phone',
      placeWords: '7号楼',
      mayPublish: false,
      words: '隔壁租客带个外地口音天天做饭味儿大，你们去把他们赶走，再把他们手机号给我。',
    },
  });
  sorted(life, { scope: 'private' });
  assigned(life, here.workers[0] ?? here.secretary);
  accepted(life);
  added(life, '你们不管我就自己断他家电。');
  passUntilDay(life, 3);
  answered(
    life,
    '租住是人家的权利，我们不能赶人，也不能给您电话；断别人家的电是违法的。油烟可以管：两家说好装个罩子，调解员周四来，您愿意的话一起坐坐。',
  );
  asked(life, 'would_not_say', { note: '说“没一个替我说话的”，挂了。' });
  closedWithout(life, 'UNLAWFUL_OR_IMPOSSIBLE', evidence.UNLAWFUL_OR_IMPOSSIBLE);
  return life;
}
