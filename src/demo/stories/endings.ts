import { passUntilDay, type Life } from '../life.ts';
import {
  accepted,
  added,
  answered,
  asked,
  assigned,
  confirmed,
  published,
  referralAccepted,
  referralAsked,
  reopened,
  sorted,
  withdrawn,
} from '../moves.ts';
import type { Community, Town } from '../town.ts';
import { closings } from './closings.ts';
import { tell } from './story.ts';
import { toldAndAnswered } from './told-and-answered.ts';

// Every way a voice can end besides the resident's plain yes.

export function endings(town: Town, here: Community): Life[] {
  return [emergency(town, here), handedOver(town, here), ...closings(town, here), takenBack(town, here), twiceNotSolved(town, here)];
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
  const life = toldAndAnswered(
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
