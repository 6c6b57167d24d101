// What the office writes besides answers, and what residents say when they are called back.

export const declines = ['这是市政道路，路灯归路灯所管，不是我的权限，请另派。', '维修要用公共资金，我这边没有权力动用，请社区先定。', '这栋楼不在我们物业的合同范围里。'];

export const extensions = ['配件要从厂家调，说好下周到货，已打电话告诉您。', '连下三天雨，楼顶湿着不能施工，晴了就做。', '要等另外两户回来开门才能查管子，已和他们约好日子。'];

export const waits = ['等自来水公司出抢修单。', '等热力公司派人来测温。', '等执法队的认定书。', '等电梯厂家发配件。'];

export const schedules = ['和施工队定了日子，围挡和告示提前三天贴。', '业主表决的结果公示满十五天以后开工。', '加装扶手的材料已订，到货当天装。'];

export const merges = ['同一处、同一件事，放在一起办，每个人都单独回话。'];

export const hardReasons = ['要几个部门一起到场，社区叫不动，请街道牵头。', '涉及两个小区共用的路，社区定不了。', '产权单位已经注销，请街道协调。'];

export const solvedWords = ['好了，谢谢。', '来得挺快，师傅也客气。', '解决了，比我想的快。', '没想到真有人管，谢谢你们。', '行，弄好了。', '比以前强，再看看吧。', '人来了，事办了，也给我说清楚了。', '挺好，就是等得久了点。', '修是修了，活儿糙了点。', '凑合。'];

export const unsolvedWords = ['还是老样子。', '好了两天又坏了。', '只弄了一半。', '答复写得挺好，可人没来。', '说的和做的不一样。'];

export const secondAnswers = ['又来看过一遍，上回没弄彻底，这次从头重做了，您看着我们试的。', '换了一位师傅，找到真正的毛病，已经弄好了。', '上次没顾到的地方这次都补上了。我留了电话，再有事直接找我。', '您说得对，上回只顾了一头。这次两头都去看了，也都说定了。'];

export const additions = ['又拍了一张，比昨天更厉害了。', '楼下邻居说他家也是。', '今天有人来看过，说要等配件。', '我上午都在家，下午要去医院，来之前打个电话。'];

export const notes = ['打过电话，老人耳背，要大声慢慢说。', '这家去年也反映过，先看看上回是怎么修的。', '约了周四上午一起上门。', '业主在外地，钥匙在楼长那里。'];

export const withdrawals = ['自己修好了，不麻烦了。', '弄错了，是我家水龙头没关。', '和邻居说开了，算了。', '不想再提这事了。'];

/** Evidence for a closing without the resident's word, by reason code. */
export const evidence = {
  UNREACHABLE: '三次没联系上：两次电话、一次上门，间隔十天以上。答复已投信箱，写明九十天内随时可以再提。',
  NO_POWER_REFERRED: '对方已书面接收，编号附后。已告诉居民找谁、几天回话。',
  UNLAWFUL_OR_IMPOSSIBLE: '请司法所看过，这样做违反规定，已当面讲清依据，也说了能走的路。',
  NOT_NOW: '今年的维修资金已排满，列入明年第一批，到时再看。已写信告诉居民。',
  SAME_FACTS_ALREADY_ANSWERED: '与上次答复的事实相同，没有新情况，已附上次答复并说明。',
  ANONYMOUS: '没有留联系方式。处理结果已贴在该楼公告栏，凭编号和查询码也能看到。',
  RESIDENT_DECLINED_TO_CONFIRM: '电话里说“你们看着办”，不愿表态。已寄信告知可以随时再提。',
} as const;
