// What residents of the old estate did themselves in the past year, as it is told (method.md 6.3).

export type DelegationStory = {
  title: string;
  purpose: string;
  /** the line of the list "residents can do it" */
  listed: string;
  group: number;
  /** days ago it was noticed */
  ago: number;
  ends: 'offered' | 'agreed' | 'active' | 'help_requested' | 'reported' | 'completed' | 'given_back' | 'taken_back';
  scope: string;
  place: string;
  money: [item: string, yuan: number][];
  report?: string;
  help?: [asked: string, answered: string | null];
  because?: string;
  /** it came from a voice that somebody is working on */
  fromVoice?: true;
};

export const groups = [
  {
    kind: 'volunteer_team',
    name: '榴花里花友队',
    nameEn: 'Liuhuali flower friends',
    purpose: '认领花坛，教孩子种花。',
    leader: 'mengsiqi',
  },
  { kind: 'volunteer_team', name: '老木匠修理队', nameEn: 'The old carpenters', purpose: '小修小补，能修的不扔。', leader: 'liujianguo' },
  { kind: 'arts_group', name: '榴花晚霞艺术团', nameEn: 'Liuhua sunset troupe', purpose: '唱歌跳舞，排演节目。', leader: 'wangxiuzhen' },
] as const;

export const stories: DelegationStory[] = [
  {
    title: '5 号楼前的花坛重新种起来',
    purpose: '去年冬天冻死的月季换掉，夏天大家乘凉有花看。',
    listed: '认领花坛和楼道绿植',
    group: 0,
    ago: 160,
    ends: 'completed',
    scope: '翻土、种月季和二月兰、每周浇水两次，到国庆。',
    place: '5 号楼和 6 号楼之间的花坛',
    money: [
      ['花苗', 360],
      ['营养土', 180],
    ],
    report: '种了月季 42 棵、二月兰两畦，浇水排了班，孩子们挂了花名牌。',
  },
  {
    title: '楼道堆物清理日',
    purpose: '把楼道让出来，轮椅和担架过得去。',
    listed: '楼道堆物清理日',
    group: 1,
    ago: 120,
    ends: 'completed',
    scope: '和各家说好，统一搬、统一运，能用的修好送人。',
    place: '1 号楼到 4 号楼',
    money: [['租小货车', 300]],
    report: '清出 12 个单元，修好旧柜子 6 个送给了需要的人家。',
    help: ['有两户不在家，联系不上。', '已由民情联络员联系上，周六上午在家。'],
  },
  {
    title: '自行车棚的棚顶修补',
    purpose: '下雨不漏，车不生锈。',
    listed: '自行车棚和小修小补',
    group: 1,
    ago: 90,
    ends: 'taken_back',
    scope: '换棚顶破板，紧固螺丝。',
    place: '东门自行车棚',
    money: [['阳光板', 420]],
    because: '现场发现立柱锈蚀，登高有危险，由社区请有资质的单位修。',
  },
  {
    title: '暑期图书角',
    purpose: '孩子们假期有地方看书。',
    listed: '图书角、课后托管和兴趣班',
    group: 2,
    ago: 110,
    ends: 'given_back',
    scope: '每天下午开门两小时，登记借书。',
    place: '活动中心一楼',
    money: [],
  },
  {
    title: '陪独居老人买菜',
    purpose: '腿脚不便的老人每周有人陪着去一趟市场。',
    listed: '陪伴独居老人、代买代取',
    group: 0,
    ago: 40,
    ends: 'active',
    scope: '每周二、周五上午，两人一组，陪买陪送到家门口。',
    place: '榴花里到河边市场',
    money: [['手推车两辆', 260]],
  },
  {
    title: '7 号楼的楼道绿植',
    purpose: '一楼大厅有点绿，大家愿意停下来说话。',
    listed: '认领花坛和楼道绿植',
    group: 0,
    ago: 25,
    ends: 'help_requested',
    scope: '摆绿萝和吊兰，每周浇水一次。',
    place: '7 号楼一楼大厅',
    money: [['花盆和绿萝', 150]],
    help: ['大厅的水龙头锁着，浇水要从家里提。', null],
  },
  {
    title: '旧家具修理日',
    purpose: '能修的不扔，修好了给需要的人。',
    listed: '自行车棚和小修小补',
    group: 1,
    ago: 30,
    ends: 'reported',
    scope: '每月第二个周六，在广场支摊修理。',
    place: '社区广场',
    money: [['五金件', 120]],
    report: '修了椅子 15 把、柜门 4 扇，教会三位年轻人用刨子。',
  },
  {
    title: '广场舞的时间和音量公约',
    purpose: '跳的人高兴，楼上的人睡得着。',
    listed: '广场活动的时间和音量约定',
    group: 2,
    ago: 18,
    ends: 'agreed',
    scope: '和三栋楼的住户谈妥时间、音量，写成一页公约。',
    place: '社区广场',
    money: [],
  },
  {
    title: '绿化带里的垃圾和杂草',
    purpose: '有居民反映绿化带没人管，队员愿意认领。',
    listed: '认领花坛和楼道绿植',
    group: 0,
    ago: 7,
    ends: 'active',
    scope: '捡垃圾、除草、补种，每周六一次。',
    place: '小区中心绿化带',
    money: [],
    fromVoice: true,
  },
  {
    title: '12 号楼后的荒地种点什么',
    purpose: '垃圾没人倒了，地也该有个样子。',
    listed: '认领花坛和楼道绿植',
    group: 0,
    ago: 4,
    ends: 'offered',
    scope: '清理、种耐阴的花草。',
    place: '12 号楼北侧',
    money: [],
  },
];
