import { passUntilDay, type Life } from '../life.ts';
import { accepted, answered, assigned, confirmed, published, solved, sorted } from '../moves.ts';
import type { Community, Town } from '../town.ts';
import { tell } from './story.ts';

// Those whom a register easily mistakes: two of one name, names that get misspelt, two households behind one door.

export function easilyMistaken(town: Town, here: Community): Life[] {
  return [...sameName(town, here), ...names(town, here), ...sharedFlat(town, here)];
}

function sameName(town: Town, here: Community): Life[] {
  const [chen, lin] = here.workers;
  return (['liujianguo', 'liujianguo2'] as const).map((speaker, at) => {
    const life = tell(town, here, speaker, {
      category: at === 0 ? 'housing' : 'noise',
      ago: 95 - at,
      speaker,
      ...(lin && { writer: lin }),
      said: {
        kind: 'help_request',
        channel: 'telephone',
        privacy: 'named',
        responseMethod: 'phone',
        words:
          at === 0
            ? '我是4号楼1单元201的刘建国，厨房顶上滴水，楼上503也姓刘，别弄混了。'
            : '503刘建国。楼下装修电钻从早响到晚，我心脏不好。',
      },
    });
    sorted(life);
    assigned(life, chen ?? here.secretary);
    accepted(life);
    passUntilDay(life, 3);
    answered(
      life,
      at === 0 ? '三楼的下水弯头裂了，换了新的，您家顶上补了腻子。' : '和201说好了：中午和晚上六点以后不动电钻，下周三完工，门口贴了告示。',
    );
    solved(life, 5 - at, { note: '找对人了，没弄混。' });
    return life;
  });
}

function names(town: Town, here: Community): Life[] {
  const aygul = tell(town, here, 'aygul', {
    category: 'welfare',
    ago: 72,
    speaker: 'aygul',
    signedIn: true,
    said: {
      kind: 'question',
      channel: 'web',
      privacy: 'named',
      responseMethod: 'page',
      words: '我的名字系统里总被截断，开居住证明时能不能按户口本上的写法打印？',
    },
  });
  const lu = tell(town, here, 'luhong', {
    category: 'welfare',
    ago: 105,
    speaker: 'luhong',
    ...(here.workers[2] && { writer: here.workers[2] }),
    said: {
      kind: 'complaint',
      channel: 'walk_in',
      privacy: 'named',
      responseMethod: 'phone',
      words: '我叫陆𬭎，金字旁一个宏的右边。每回都给我打成“陆口”，这回医保卡又错了。',
    },
  });
  return [aygul, lu].map((life, at) => {
    sorted(life, { scope: 'private' });
    assigned(life, here.workers[1] ?? here.secretary);
    accepted(life);
    passUntilDay(life, 4);
    answered(
      life,
      at === 0
        ? '可以。证明按户口本原样打印，两种写法都印上，已经放在窗口，您随时来取。'
        : '和医保窗口核对了，您的字现在打得出来，新卡下周三到，印错的那张作废。',
    );
    confirmed(life, 5);
    published(
      life,
      at === 0 ? '证明上的名字能不能按原来的写法印' : '名字里的生僻字总被打错',
      '能印。两种写法都印上了，窗口的字库也补全了。',
    );
    return life;
  });
}

function sharedFlat(town: Town, here: Community): Life[] {
  return (['hexiaoyu', 'dinghao'] as const).map((speaker, at) => {
    const life = tell(town, here, speaker, {
      category: at === 0 ? 'noise' : 'water',
      ago: 33 - at * 6,
      minute: 1250,
      speaker,
      signedIn: true,
      said: {
        kind: 'help_request',
        channel: 'web',
        privacy: 'confidential',
        words:
          at === 0
            ? '合租的另一间半夜打游戏喊，我不想当面吵，能不能有人帮着说说？别告诉他是我说的。'
            : '402热水器漏水，房东说让租客自己修，这合理吗？',
      },
    });
    sorted(life, { scope: 'private' });
    assigned(life, here.workers[at] ?? here.secretary);
    accepted(life);
    passUntilDay(life, 4);
    answered(
      life,
      at === 0
        ? '我们给整栋楼贴了夜里请小声的告示，也上门聊了安静时间，没有提到任何人。'
        : '合同里没写的，大修归房东。我们和房东通了电话，他周末来换。',
    );
    confirmed(life, 4);
    return life;
  });
}
