import type { Matter } from './matter.ts';

// These are walled off: said of somebody who serves here, without a name that the town knows.
export const conduct: Matter[] = [
  {
    said: {
      complaint: [
        '窗口那个值班的态度太差，我问两句就不耐烦，头都不抬。 → 情况核对过了，是我们做得不对，当事人已当面向您道歉，窗口加了评价牌。',
        '来登记的人没敲门就往里走，还拍照，这合适吗？ → 不合适。照片当面删了，以后登记先敲门、先亮证件、不拍屋里，已经跟每个登记的人讲清。',
        '打社区电话，接的人说“这事不归我”，啪就挂了。 → 以后接到不归自己管的事，由接电话的人转到有人接为止。已经跟全体值班的人讲过。',
      ],
      opinion: ['值班的人中午能不能轮着吃饭，十二点去办事没人。 → 改了，中午两个人轮着吃，窗口不断人。'],
    },
    answers: [
      '情况核对过了，是我们做得不对，当事人已当面向您道歉，窗口加了评价牌。',
      '以后接到不归自己管的事，由接电话的人转到有人接为止。已经跟全体值班的人讲过。',
    ],
    title: '窗口态度',
    outcome: '已道歉并改了规矩。',
  },
];
