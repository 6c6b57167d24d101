import type { RoleName } from '#community/people/index.ts';

// The people of the demo town: one for every role and every persona, and those whose lives are easy to forget when
// building (two of one name, a name that no keyboard types, somebody who has moved away). All invented; no number rings.

export type CommunityKey = 'A' | 'B' | 'C';
/** Building, stairwell and flat, as on the door: [3, 2, 302]. */
type Door = [building: number, unit: number, room: number];

export type CastRole = {
  role: RoleName;
  /** `street`, `district`, or one of the communities. */
  of: CommunityKey | 'street' | 'district';
  /** The flat of a resident; for chiefs and liaison officers the building they look after. */
  door?: Door;
  building?: number;
  /** A flat shared by two tenants counts as two households. */
  part?: '甲间' | '乙间';
  unitName?: string;
  /** Until or from the last first of June, or until some weeks ago. */
  until?: 'june' | 'lately';
  from?: 'june';
};

export type CastMember = {
  /** Also the user name of those who serve. */
  key: string;
  name: string;
  phone: string;
  age: number;
  locale?: 'en';
  /** Who they are, in one line for the sign-in page of a demo. */
  persona: { zh: string; en: string };
  roles: CastRole[];
};

const staffOfA: CastMember[] = [
  {
    key: 'chenxiaohe',
    name: '陈晓禾',
    phone: '00010000001',
    age: 31,
    persona: { zh: '榴花里的社区工作者，手上事最多的一位', en: 'Community worker in Liuhuali, the one with the longest queue' },
    roles: [{ role: 'community_worker', of: 'A' }],
  },
  {
    key: 'linguodong',
    name: '林国栋',
    phone: '00010000002',
    age: 45,
    persona: { zh: '榴花里的社区工作者，常帮同事打回访电话', en: 'Community worker who makes the follow-up calls for colleagues' },
    roles: [{ role: 'community_worker', of: 'A' }],
  },
  {
    key: 'heyuqing',
    name: '贺雨晴',
    phone: '00010000003',
    age: 27,
    persona: { zh: '榴花里的社区工作者，值夜班接电话', en: 'Community worker on the evening desk' },
    roles: [{ role: 'community_worker', of: 'A' }],
  },
  {
    key: 'qinzhiyuan',
    name: '秦致远',
    phone: '00010000004',
    age: 38,
    persona: {
      zh: '榴花里的社区工作者；有一件说他的抱怨，他看不见',
      en: 'Community worker; a complaint about him exists that he cannot see',
    },
    roles: [{ role: 'community_worker', of: 'A' }],
  },
  {
    key: 'fangjingyi',
    name: '方静宜',
    phone: '00010000005',
    age: 49,
    persona: { zh: '榴花里的社区书记', en: 'Secretary of Liuhuali' },
    roles: [{ role: 'community_secretary', of: 'A' }],
  },
  {
    key: 'songtingfang',
    name: '宋庭芳',
    phone: '00010000006',
    age: 61,
    persona: { zh: '居务监督委员会委员，抽查办结的事', en: 'Supervisory-committee member who samples what was closed' },
    roles: [{ role: 'supervisory_member', of: 'A' }],
  },
  {
    key: 'luohaifeng',
    name: '罗海峰',
    phone: '00010000007',
    age: 42,
    persona: { zh: '榴安物业的项目经理', en: 'Property manager of Liu’an Property' },
    roles: [{ role: 'property_manager', of: 'A', unitName: '榴安物业' }],
  },
  {
    key: 'zhouguilan',
    name: '周桂兰',
    phone: '00010000008',
    age: 58,
    persona: { zh: '3号楼的民情联络员，每周走访', en: 'Liaison officer of building 3, visiting every week' },
    roles: [{ role: 'liaison_officer', of: 'A', building: 3 }],
  },
  {
    key: 'madefu',
    name: '马德福',
    phone: '00010000009',
    age: 69,
    persona: { zh: '原来的联络员，六月交了班', en: 'Liaison officer until June, then handed over' },
    roles: [{ role: 'liaison_officer', of: 'A', building: 4, until: 'june' }],
  },
  {
    key: 'shenxiuying',
    name: '沈秀英',
    phone: '00010000010',
    age: 55,
    persona: { zh: '六月接班的联络员', en: 'Took over as liaison officer in June' },
    roles: [{ role: 'liaison_officer', of: 'A', building: 4, from: 'june' }],
  },
  {
    key: 'zhaozhenshan',
    name: '赵振山',
    phone: '00010000011',
    age: 64,
    persona: { zh: '3号楼楼长', en: 'Chief of building 3' },
    roles: [
      { role: 'building_chief', of: 'A', building: 3 },
      { role: 'resident', of: 'A', door: [3, 1, 103] },
    ],
  },
  {
    key: 'qianyoutian',
    name: '钱有田',
    phone: '00010000012',
    age: 66,
    persona: { zh: '5号楼楼长；有人抱怨过他', en: 'Chief of building 5, about whom somebody complained' },
    roles: [
      { role: 'building_chief', of: 'A', building: 5 },
      { role: 'resident', of: 'A', door: [5, 2, 201] },
    ],
  },
];

const residentsOfA: CastMember[] = [
  {
    key: 'wangxiuzhen',
    name: '王秀珍',
    phone: '00010000101',
    age: 78,
    persona: { zh: '王奶奶，78岁，用老人机', en: 'Mrs Wang, 78, with a basic phone' },
    roles: [{ role: 'resident', of: 'A', door: [3, 2, 302] }],
  },
  {
    key: 'lixiaochuan',
    name: '李晓川',
    phone: '00010000102',
    age: 26,
    persona: { zh: '小李，26岁，租房，常常夜里才有空', en: 'Li, 26, a tenant who has time only at night' },
    roles: [{ role: 'resident', of: 'A', door: [7, 1, 501] }],
  },
  {
    key: 'emmaclarke',
    name: 'Emma Clarke',
    phone: '00010000103',
    age: 33,
    locale: 'en',
    persona: { zh: '说英语的租客', en: 'A tenant who speaks English' },
    roles: [{ role: 'resident', of: 'A', door: [6, 1, 402] }],
  },
  {
    key: 'liujianguo',
    name: '刘建国',
    phone: '00010000104',
    age: 52,
    persona: { zh: '4号楼1单元201的刘建国', en: 'Liu Jianguo of flat 201' },
    roles: [{ role: 'resident', of: 'A', door: [4, 1, 201] }],
  },
  {
    key: 'liujianguo2',
    name: '刘建国',
    phone: '00010000105',
    age: 67,
    persona: { zh: '同一个单元503的另一位刘建国', en: 'The other Liu Jianguo, flat 503 on the same stairs' },
    roles: [{ role: 'resident', of: 'A', door: [4, 1, 503] }],
  },
  {
    key: 'aygul',
    name: 'ئايگۈل مەمەت',
    phone: '00010000106',
    age: 35,
    persona: { zh: '名字用民族文字写的居民(阿依古丽)', en: 'A resident whose name is written in Uyghur script (Aygul)' },
    roles: [{ role: 'resident', of: 'A', door: [2, 1, 401] }],
  },
  {
    key: 'luhong',
    name: '陆𬭎',
    phone: '00010000107',
    age: 41,
    persona: { zh: '名字里有生僻字的居民', en: 'A resident with a rare character in his name' },
    roles: [{ role: 'resident', of: 'A', door: [1, 2, 203] }],
  },
  {
    key: 'gaolanxiang',
    name: '高兰香',
    phone: '00010000108',
    age: 59,
    persona: { zh: '前不久搬走的居民', en: 'A resident who moved away lately' },
    roles: [{ role: 'resident', of: 'A', door: [6, 2, 101], until: 'lately' }],
  },
  {
    key: 'hexiaoyu',
    name: '何晓雨',
    phone: '00010000109',
    age: 24,
    persona: { zh: '合租402的一半', en: 'One half of a shared flat' },
    roles: [{ role: 'resident', of: 'A', door: [5, 1, 402], part: '甲间' }],
  },
  {
    key: 'dinghao',
    name: '丁浩然',
    phone: '00010000110',
    age: 25,
    persona: { zh: '合租402的另一半', en: 'The other half of the same flat' },
    roles: [{ role: 'resident', of: 'A', door: [5, 1, 402], part: '乙间' }],
  },
  {
    key: 'mengsiqi',
    name: '孟思齐',
    phone: '00010000111',
    age: 44,
    persona: { zh: '中途收回公开同意的居民', en: 'A resident who took back her leave to publish' },
    roles: [{ role: 'resident', of: 'A', door: [2, 3, 302] }],
  },
];

const othersAround: CastMember[] = [
  {
    key: 'xumingda',
    name: '许明达',
    phone: '00010000201',
    age: 46,
    persona: { zh: '柳荫的社区书记', en: 'Secretary of Liuyin' },
    roles: [{ role: 'community_secretary', of: 'B' }],
  },
  {
    key: 'panhuimin',
    name: '潘慧敏',
    phone: '00010000202',
    age: 34,
    persona: { zh: '柳荫的社区工作者', en: 'Community worker in Liuyin' },
    roles: [{ role: 'community_worker', of: 'B' }],
  },
  {
    key: 'shaochanghe',
    name: '邵长河',
    phone: '00010000203',
    age: 70,
    persona: { zh: '柳荫2号楼楼长', en: 'Chief of building 2 in Liuyin' },
    roles: [
      { role: 'building_chief', of: 'B', building: 2 },
      { role: 'resident', of: 'B', door: [2, 1, 101] },
    ],
  },
  {
    key: 'qixuefeng',
    name: '戚雪峰',
    phone: '00010000204',
    age: 39,
    persona: { zh: '柳荫物业的项目经理', en: 'Property manager of Liuyin Property' },
    roles: [{ role: 'property_manager', of: 'B', unitName: '柳荫物业' }],
  },
  {
    key: 'hanmeiyun',
    name: '韩梅云',
    phone: '00010000205',
    age: 63,
    persona: { zh: '柳荫的居民', en: 'A resident of Liuyin' },
    roles: [{ role: 'resident', of: 'B', door: [1, 2, 301] }],
  },
  {
    key: 'caolixin',
    name: '曹立新',
    phone: '00010000301',
    age: 43,
    persona: { zh: '新河的社区书记', en: 'Secretary of Xinhe' },
    roles: [{ role: 'community_secretary', of: 'C' }],
  },
  {
    key: 'jiangyifan',
    name: '蒋一凡',
    phone: '00010000302',
    age: 29,
    persona: { zh: '新河的社区工作者', en: 'Community worker in Xinhe' },
    roles: [{ role: 'community_worker', of: 'C' }],
  },
  {
    key: 'yeqinghe',
    name: '叶清和',
    phone: '00010000303',
    age: 37,
    persona: { zh: '新河家园物业的项目经理', en: 'Property manager of Xinhe Homes' },
    roles: [{ role: 'property_manager', of: 'C', unitName: '新河家园物业' }],
  },
  {
    key: 'guxiaoman',
    name: '顾小满',
    phone: '00010000304',
    age: 30,
    persona: { zh: '新河的年轻妈妈', en: 'A young mother in Xinhe' },
    roles: [{ role: 'resident', of: 'C', door: [2, 1, 1802] }],
  },
  {
    key: 'zhengwenlan',
    name: '郑文澜',
    phone: '00010000401',
    age: 48,
    persona: { zh: '榴河街道的督办，接上报的事', en: 'Street supervisor who receives what goes one level up' },
    roles: [{ role: 'street_supervisor', of: 'street' }],
  },
  {
    key: 'jiangyuanhang',
    name: '江远航',
    phone: '00010000402',
    age: 51,
    persona: { zh: '澄川区的督导，只看汇总', en: 'District supervisor, who sees sums only' },
    roles: [{ role: 'district_supervisor', of: 'district' }],
  },
  {
    key: 'tangyiming',
    name: '唐一鸣',
    phone: '00010000403',
    age: 36,
    persona: { zh: '系统管理员，不看内容', en: 'Administrator, who does not see contents' },
    roles: [
      { role: 'administrator', of: 'A' },
      { role: 'administrator', of: 'B' },
      { role: 'administrator', of: 'C' },
    ],
  },
];

export const cast: CastMember[] = [...staffOfA, ...residentsOfA, ...othersAround];
