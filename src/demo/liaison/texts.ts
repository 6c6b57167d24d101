/** What is said around liaison officers in the old estate; everybody in it is made up. */
export const liaisonTexts = {
  announcement:
    '6、7、8号楼各请一位民情联络员：爱跟邻居说话、嘴紧、能跑腿，每周大约花两三个小时。不坐班，没有报酬，有培训、有意外险。自己报名、推荐邻居都行。',
  asked: { name: '葛阿姨', phone: '00039900001' },
  objection: '他白天都在外面上班，楼里的老人找不到他，能不能先问问他什么时候在家。',
  police: '民警小邵',
  property: '榴安物业',
};
