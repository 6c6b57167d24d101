// What Liuhuali asks within a year: needs, ideas, a policy, the budget of works, and the yearly survey. All of it made up.

type Point = { said: string; outcome: 'done' | 'doing' | 'not_done'; does: string; byWhom: string; inDays?: number };
/** `ago`: days since its first day; `days`: how long it is open. `likes`: how much each option of a question is liked. */
export type Asked = {
  kind: 'policy' | 'needs' | 'ideas' | 'survey';
  title: string;
  why: string;
  ago: number;
  days: number;
  askedCount: number;
  answers: number;
  questions: {
    kind: 'single' | 'multiple' | 'scale' | 'text' | 'ranking';
    words: string;
    options?: string;
    most?: string;
    low?: string;
    high?: string;
    likes: number[];
  }[];
  said: string[];
  points: Point[];
};

export const askedInLiuhuali: Asked[] = [
  {
    kind: 'needs',
    title: '白天最缺什么服务',
    why: '社区用房一楼空出两间，开什么由大家定。',
    ago: 290,
    days: 14,
    askedCount: 120,
    answers: 34,
    questions: [
      {
        kind: 'multiple',
        words: '一楼两间房，您想用来做什么？',
        options: '老人食堂\n放学后看护\n便民修理\n健身房',
        most: '2',
        likes: [6, 4, 3, 1],
      },
      { kind: 'scale', words: '现在的便民服务，您觉得够用吗？', low: '不够', high: '够用', likes: [3, 4, 3, 1, 1] },
      { kind: 'text', words: '还缺什么？', likes: [] },
    ],
    said: ['中午能有口热饭就好', '放学后孩子没人管', '磨刀修伞找不到地方', '想要个能坐着说话的地方'],
    points: [
      { said: '最想要老人食堂', outcome: 'done', does: '东边一间办了食堂，周一到周五供午饭。', byWhom: '社区工作者 陈晓禾' },
      {
        said: '也想要放学后看护',
        outcome: 'doing',
        does: '西边一间每天下午四点到六点开放，正在招志愿者。',
        byWhom: '社区工作者 林国栋',
        inDays: 30,
      },
      { said: '有人提健身房', outcome: 'not_done', does: '楼上是住户，怕吵，这次不办；小广场的器材先修好。', byWhom: '社区书记 方静宜' },
    ],
  },
  {
    kind: 'ideas',
    title: '小广场怎么用得更好',
    why: '跳舞的、下棋的、带孩子的都在这里，想听听好办法。',
    ago: 200,
    days: 14,
    askedCount: 120,
    answers: 28,
    questions: [
      { kind: 'ranking', words: '这几个办法，您怎么排？', options: '分时段使用\n画线分区\n音响限音量', likes: [5, 3, 4] },
      { kind: 'text', words: '您有什么好办法？', likes: [] },
    ],
    said: ['晚上八点半以后安静点', '中间画条线，各玩各的', '给下棋的加两张桌子', '早上先让给孩子'],
    points: [
      {
        said: '分时段最多人赞成',
        outcome: 'done',
        does: '时间表贴在广场东口：上午孩子，下午下棋，晚上跳舞到八点半。',
        byWhom: '社区工作者 林国栋',
      },
    ],
  },
  {
    kind: 'survey',
    title: '今年在榴花里住得怎么样',
    why: '每年一次的独立调查，和单件事的评价分开看。',
    ago: 75,
    days: 21,
    askedCount: 60,
    answers: 41,
    questions: [
      { kind: 'scale', words: '总的来说，您住得满意吗？', low: '不满意', high: '很满意', likes: [0, 0, 3, 5, 4] },
      { kind: 'single', words: '有事的时候，您先找谁？', options: '社区办公室\n楼长\n物业', likes: [4, 3, 3] },
    ],
    said: [],
    points: [
      {
        said: '多数人满意，也有人不知道先找谁',
        outcome: 'doing',
        does: '每栋楼门口贴上楼长和办公室的电话。',
        byWhom: '社区书记 方静宜',
        inDays: 20,
      },
    ],
  },
  {
    kind: 'policy',
    title: '北门晚上几点关',
    why: '有人嫌关得早，有人担心安全，想按多数人的意思定。',
    ago: 40,
    days: 14,
    askedCount: 120,
    answers: 32,
    questions: [{ kind: 'single', words: '北门晚上几点关合适？', options: '十点\n十一点\n不关，装门禁', likes: [3, 4, 4] }],
    said: [],
    points: [],
  },
  {
    kind: 'policy',
    title: '明年的小修小补先做哪几样',
    why: '明年修缮的钱有限，先做哪几样，请您排一排。',
    ago: 4,
    days: 12,
    askedCount: 120,
    answers: 13,
    questions: [
      { kind: 'ranking', words: '您看先做哪一样？', options: '楼道灯\n雨水管\n信报箱\n无障碍坡道', likes: [4, 3, 1, 4] },
      { kind: 'multiple', words: '哪些地方最急？', options: '1号楼\n2号楼\n5号楼\n小广场', most: '2', likes: [3, 4, 3, 2] },
      { kind: 'text', words: '还有什么要修的？', likes: [] },
    ],
    said: ['三单元门口的台阶松了', '车棚顶漏雨'],
    points: [],
  },
];
