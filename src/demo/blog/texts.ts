// What is written on the blog of the first community, newest last. All of it is made up.

export type BlogText = {
  daysAgo: number;
  by: 'secretary' | 'worker';
  kind?: 'announcement';
  title: string;
  words: string;
  titleEn: string;
  wordsEn: string;
};

export const blogTexts: BlogText[] = [
  {
    daysAgo: 350,
    by: 'secretary',
    title: '社区博客开张了',
    words: '从今天起，社区近来的事写在这里，每一篇都署名。\n\n有话请在下面留言；要办的事，一步就能转成诉求。',
    titleEn: 'The blog begins',
    wordsEn:
      'From today we write here about what goes on, each under our own name.\n\nPlease comment below; what needs doing becomes a voice in one step.',
  },
  {
    daysAgo: 318,
    by: 'worker',
    title: '三号楼的灯换好了',
    words: '三号楼一到六层的声控灯上周全部换新。\n\n# 还有哪里黑\n\n- 看到哪里黑，在下面说一声\n- 也可以打社区电话',
    titleEn: 'New lamps in Building 3',
    wordsEn: 'The lamps on floors one to six were replaced last week.\n\n# Where else is it dark\n\n- Tell us below\n- or call the office',
  },
  {
    daysAgo: 290,
    by: 'worker',
    kind: 'announcement',
    title: '停水通知',
    words: '因水管检修，周四上午九点到下午两点停水。\n\n请提前存一些水。行动不便的邻居，请打电话，我们送水上门。',
    titleEn: 'Water off on Thursday',
    wordsEn:
      'The pipes are being repaired: no water on Thursday from nine to two.\n\nPlease store some. If you cannot carry it, call us and we bring it up.',
  },
  {
    daysAgo: 255,
    by: 'secretary',
    title: '长椅怎么放',
    words: '院里要添六张长椅。上个月听了三十多位邻居的意见，多数想放在树下。',
    titleEn: 'Where the benches go',
    wordsEn: 'Six benches are coming. More than thirty neighbours told us last month; most want them under the trees.',
  },
  {
    daysAgo: 221,
    by: 'worker',
    title: '包粽子的下午',
    words: '四十多位邻居来包粽子，给十二户独居老人送去。谢谢大家。',
    titleEn: 'An afternoon of rice dumplings',
    wordsEn: 'More than forty neighbours came; twelve people who live alone were brought theirs. Thank you.',
  },
  {
    daysAgo: 187,
    by: 'secretary',
    title: '下雨积水的地方',
    words: '东门积水，上周清了排水沟。再下大雨时请大家看看，还积水就告诉我们。',
    titleEn: 'Where rain gathers',
    wordsEn: 'The drain at the east gate was cleared last week. Please look again at the next heavy rain, and tell us if it still gathers.',
  },
  {
    daysAgo: 150,
    by: 'worker',
    title: '暑假小课堂',
    words: '周一、周三、周五下午，活动室里有人陪孩子写作业。\n\n带上水杯和书就行。',
    titleEn: 'Summer afternoons',
    wordsEn: 'On Monday, Wednesday and Friday somebody sits with the children in the activity room.\n\nBring a cup and your books.',
  },
  {
    daysAgo: 118,
    by: 'secretary',
    title: '自行车棚的账',
    words: '车棚花了多少钱，谁出的，都写在公告栏，也写在这里。总共一万二千元，居民出三成。',
    titleEn: 'What the bicycle shed cost',
    wordsEn: 'Twelve thousand yuan in all; residents paid three tenths. The account also hangs on the notice board.',
  },
  {
    daysAgo: 84,
    by: 'worker',
    kind: 'announcement',
    title: '重阳节体检',
    words: '六十岁以上的邻居，本月二十日上午在社区体检，不收钱。\n\n- 空腹来\n- 带身份证\n- 走路不便，请打电话',
    titleEn: 'Health check for those over sixty',
    wordsEn:
      'On the 20th in the morning, at the office, free of charge.\n\n- Come without breakfast\n- Bring your identity card\n- If walking is hard, call us',
  },
  {
    daysAgo: 52,
    by: 'secretary',
    title: '供暖前先试水',
    words: '下周三试水，家里请留一个人。漏水就打社区电话。',
    titleEn: 'Before the heating starts',
    wordsEn: 'The pipes are filled next Wednesday. Please leave somebody at home and call us if it leaks.',
  },
  {
    daysAgo: 24,
    by: 'worker',
    title: '垃圾桶挪了地方',
    words: '五号楼前的垃圾桶往北挪了十米，离窗户远一点。先试一个月，好不好请留言。',
    titleEn: 'The bins have moved',
    wordsEn:
      'The bins before Building 5 stand ten metres further north, away from the windows. For a month, to try: tell us what you think.',
  },
  {
    daysAgo: 6,
    by: 'secretary',
    title: '这个月的好消息',
    words: '电梯修好了，长椅放好了，还有八位邻居报名做楼门看护。谢谢大家。',
    titleEn: 'Good news this month',
    wordsEn: 'The lift works, the benches stand, and eight neighbours have offered to look after their doors. Thank you.',
  },
];

export const rulesText = {
  zh: '说事情，不骂人，不揭别人的短。\n不写别人的姓名、电话、门牌和病情。\n不发广告，不卖东西。\n没有根据的事，不当真事来传。\n同样的话说一遍就够。',
  en: 'Speak of matters; do not insult anybody.\nNo names, telephone numbers, addresses or illnesses of others.\nNo advertisements and nothing for sale.\nDo not pass on as true what has no ground.\nSay the same thing once.',
};
