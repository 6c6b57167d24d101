// What was promised in the old estate, by days before (or after) the day of planting. Everything is fictional.

export type PromiseStory = {
  text: string;
  /** property: the provider promises; otherwise the secretary or the first worker */
  by: 'secretary' | 'worker' | 'property';
  ago: number;
  dueIn: number;
  notes?: readonly { ago: number; words: string; photo?: string }[];
  amended?: { ago: number; dueIn?: number; text?: string; reason: string };
  done?: { ago: number; words: string; photo?: string };
  explained?: { ago: number; words: string };
  /** who says how it was: three residents, the supervisory committee, or two residents who don't agree yet */
  judged?: { ago: number; verdict: 'kept' | 'partly_kept' | 'not_kept'; who: 'three' | 'committee' | 'two' };
};

export const promiseStories: readonly PromiseStory[] = [
  {
    text: '1 号楼到 6 号楼的楼道灯全部换成感应灯，共 96 盏。',
    by: 'secretary',
    ago: 210,
    dueIn: 90,
    notes: [
      { ago: 170, words: '1 号楼、2 号楼已换好 32 盏。', photo: '楼道里新换的感应灯' },
      { ago: 140, words: '3 号楼到 5 号楼已换好，累计 80 盏。' },
    ],
    done: { ago: 126, words: '96 盏全部换好，每个单元门口贴了报修电话。' },
    judged: { ago: 120, verdict: 'kept', who: 'three' },
  },
  {
    text: '小广场加装扶手 12 处、长椅 6 张。',
    by: 'worker',
    ago: 190,
    dueIn: 100,
    notes: [{ ago: 130, words: '长椅到货，扶手在打样。' }],
    done: { ago: 96, words: '扶手 12 处、长椅 4 张已经装好。' },
    judged: { ago: 88, verdict: 'partly_kept', who: 'committee' },
    explained: { ago: 84, words: '另外两张长椅的位置压着燃气管线，不能打地脚，改到明年春天换位置装。' },
  },
  {
    text: '7 号楼北侧加装电动车充电棚，20 个充电口。',
    by: 'property',
    ago: 170,
    dueIn: 100,
    notes: [{ ago: 120, words: '已报供电公司，等现场勘查。' }],
    explained: { ago: 62, words: '供电公司答复变压器容量不够，今年不能增容。已列入明年的增容计划，先在 5 号楼东侧开放 8 个临时充电口。' },
    judged: { ago: 50, verdict: 'not_kept', who: 'committee' },
  },
  {
    text: '中心花园更换损坏的地砖 300 平方米。',
    by: 'property',
    ago: 120,
    dueIn: 60,
    amended: { ago: 68, dueIn: 95, reason: '连续下雨，地面没有干透，不能铺砖。' },
    notes: [{ ago: 40, words: '已铺 180 平方米，绕行牌已摆好。' }],
    done: { ago: 27, words: '300 平方米全部铺好，拆了围挡。', photo: '花园里新铺的地砖' },
    judged: { ago: 20, verdict: 'kept', who: 'three' },
  },
  {
    text: '社区食堂每周增加两个低盐菜，价格不涨。',
    by: 'worker',
    ago: 90,
    dueIn: 75,
    done: { ago: 18, words: '每周二、周五固定有低盐菜，菜单贴在门口。' },
    judged: { ago: 8, verdict: 'kept', who: 'two' },
  },
  {
    text: '12 号楼到 14 号楼屋顶漏水点全部修补。',
    by: 'property',
    ago: 75,
    dueIn: 65,
    notes: [{ ago: 30, words: '12 号楼已修补，13 号楼在等天晴。' }],
  },
  {
    text: '每月第一个周六办一次旧物交换，办满六次。',
    by: 'worker',
    ago: 60,
    dueIn: 130,
    notes: [{ ago: 25, words: '第二次来了四十多户。' }],
  },
  { text: '地下车库出入口加装反光镜 2 面、减速带 4 条。', by: 'property', ago: 20, dueIn: 35 },
  { text: '儿童滑梯下面的软垫换新，60 平方米。', by: 'secretary', ago: 12, dueIn: 40 },
];
