// The meetings of the old estate in the past year (method.md 6.3), as they are told.

export type MeetingStory = {
  key: string;
  kind: string;
  title: string;
  place: string;
  from: string;
  until: string;
  noticeDays: number;
  roll: 'made' | 'none';
  groups?: string[];
  urgentReason?: string;
  agenda: { title: string; purpose: string; minutes?: string; paper?: string }[];
  minutes?: string | undefined;
  minorityView?: string;
};

const hall = '社区活动中心二楼';

const chiefMatters = [
  ['雨水管堵塞的处理进度', '楼道堆物清理'],
  ['冬季取暖报修', '独居老人看望分工'],
  ['春节值班', '电动车充电棚用电'],
  ['楼道灯更换', '花坛认养'],
  ['垃圾投放时间', '健身器材维修'],
  ['雨季防汛准备', '一楼返水'],
  ['停车划线的意见', '夜间噪音'],
  ['消防通道', '高温天关怀'],
  ['开学安全', '楼道粉刷'],
  ['供暖检查', '重阳活动'],
  ['外墙脱落', '楼长交接'],
  ['年终总结', '明年要办的事'],
] as const;

/** One for each month, 1 to 12. */
export function chiefsOf(month: number): MeetingStory {
  const matters = chiefMatters[month - 1] ?? chiefMatters[0];
  return {
    key: 'chiefs',
    kind: 'building_chief_meeting',
    title: `${month}月楼长会`,
    place: hall,
    from: '14:00',
    until: '15:30',
    noticeDays: 5,
    roll: 'made',
    agenda: [
      { title: '上月事项办得怎么样', purpose: 'inform', minutes: '15' },
      ...matters.map((title) => ({ title, purpose: 'discuss', minutes: '25' })),
    ],
    minutes: `一、上月事项逐项通报，未办完的继续跟。\n二、${matters.join('；')}：各楼长说了本楼情况，分工见任务单。\n三、下月第一个星期三再碰头。`,
  };
}

export const residentsMeeting: MeetingStory = {
  key: 'residents',
  kind: 'residents_meeting',
  title: '居民公约修订和下一年度社区工程',
  place: '社区广场',
  from: '14:00',
  until: '16:30',
  noticeDays: 14,
  roll: 'made',
  agenda: [
    { title: '居委会年度工作报告', purpose: 'inform', minutes: '20' },
    {
      title: '修订《居民公约》：公共场地使用时间',
      purpose: 'decide',
      minutes: '40',
      paper: '修订稿：广场活动晚上九点结束，音量以不影响睡觉为限。',
    },
    { title: '下一年度社区工程清单', purpose: 'decide', minutes: '40', paper: '清单：雨水管更换、单元门维修、无障碍坡道。' },
  ],
  minutes: '会议按户计数。居委会作年度报告；对公约修订和工程清单充分讨论后分别表决，票数和结果另见决议。',
};

export const parkingHearing: MeetingStory = {
  key: 'hearing',
  kind: 'public_hearing',
  title: '院内停车划线方案听证会',
  place: hall,
  from: '09:30',
  until: '11:30',
  noticeDays: 12,
  roll: 'made',
  groups: ['有车的住户', '没有车的住户', '临街商户', '物业公司'],
  agenda: [
    { title: '停车划线方案说明', purpose: 'inform', minutes: '20', paper: '方案：划线 86 个，消防通道不停车，访客车位 6 个。' },
    { title: '各方意见', purpose: 'advise', minutes: '80' },
  ],
  minutes: '四方均到场。主要意见：老人接送要有临时车位；商户卸货时间要固定；消防通道要有人管。各项意见书面答复。',
};

export const openTalk: MeetingStory = {
  key: 'talk',
  kind: 'open_talk',
  title: '加装电梯，一楼和六楼坐下来谈',
  place: '3 号楼前凉亭',
  from: '19:00',
  until: '20:30',
  noticeDays: 4,
  roll: 'none',
  agenda: [{ title: '一楼担心什么，六楼需要什么', purpose: 'discuss', minutes: '90' }],
};

export const burstPipe: MeetingStory = {
  key: 'urgent',
  kind: 'building_chief_meeting',
  title: '自来水管爆裂，紧急碰头',
  place: '社区办公室',
  from: '18:30',
  until: '19:30',
  noticeDays: 0,
  roll: 'made',
  urgentReason: '主水管爆裂，当晚必须分楼送水。',
  agenda: [{ title: '分楼送水和通知', purpose: 'discuss', minutes: '40' }],
  minutes: '各楼长领水到楼，先送七十岁以上和有婴儿的人家；次日中午恢复供水。',
};

export const comingTalk: MeetingStory = {
  key: 'coming',
  kind: 'open_talk',
  title: '冬天取暖，有什么难处当面说',
  place: hall,
  from: '14:30',
  until: '16:00',
  noticeDays: 7,
  roll: 'none',
  agenda: [
    { title: '供热单位介绍今冬安排', purpose: 'inform', minutes: '20' },
    { title: '大家的难处和办法', purpose: 'discuss', minutes: '60' },
  ],
};
