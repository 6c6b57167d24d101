/** What is said around liaison officers in the old estate; everybody in it is made up. */
export const liaisonTexts = {
  announcement:
    '还没有联络员的楼，各请一位：爱跟邻居说话、嘴紧、能跑腿，每周大约花两三个小时。不坐班，没有报酬，有培训、有意外险。自己报名、推荐邻居都行。',
  asked: { name: '葛阿姨', phone: '00039900001' },
  objection: '白天总在外面上班，楼里的老人找不到人，能不能先问问什么时候在家。',
  police: '民警小邵',
  property: '榴安物业',
};
