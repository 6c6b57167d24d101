// The same trouble told by many: what makes a clerk look twice and merge. The first of each leads the case.

export type Cluster = { category: 'water' | 'noise' | 'heating'; said: string[]; answer: string; title: string; outcome: string };

export const burstPipe: Cluster = {
  category: 'water',
  said: [
    '3号楼前面水管爆了，水喷得一人多高，路都淹了！',
    '3号楼门口自来水管爆了 水哗哗流 快来人',
    '3号楼旁边水管子爆裂，一楼快进水了，赶紧关总闸。',
    '楼前爆管了，停水了吧？什么时候能来水？3号楼的。',
    '3号楼爆水管，我家没水做饭，孩子等着吃奶粉呢。',
  ],
  answer: '夜里一点二十关的阀，凌晨四点换好两米水管，五点恢复供水。一楼进水的两户已经上门看过，社区帮着清了地面。',
  title: '3号楼前水管爆裂',
  outcome: '当夜抢修，凌晨五点恢复供水，进水的两户帮着清理了。',
};

export const liftNoise: Cluster = {
  category: 'noise',
  said: [
    '2号楼1单元电梯一动就嗡嗡响，夜里听得特别清楚，已经半个多月没睡好。',
    '2号楼1单元电梯运行噪音大，卧室墙都震，请处理。',
    '2-1电梯响，嗡——嗡——的，跟开飞机一样，睡不着。',
    '二号楼一单元的电梯有异响，是不是轴承坏了？怕出危险。',
  ],
  answer: '维保公司换了曳引机轴承，机房垫了减振胶。夜里十一点在18楼两户家里各听了二十分钟，量到28分贝。',
  title: '2号楼1单元电梯嗡嗡响',
  outcome: '换了轴承、垫了减振胶，夜里量到28分贝。',
};

export const coldStairwell: Cluster = {
  category: 'heating',
  said: [
    '5号楼3单元整个单元暖气都不热，摸着冰手，家里十三度。',
    '5号楼3单元暖气不热，我家12度，穿羽绒服看电视。',
    '五号楼三单元 暖汽不热 老人小孩都有 请尽快',
    '我们5-3的暖气从供暖第一天就没热过！打热力电话没人接！',
    '5号楼3单元暖气片凉的，是不是阀门没开？',
  ],
  answer: '热力公司查到3单元入户总阀只开了一半，滤网也堵了。阀全开、滤网清了，当晚六户量到十九到二十一度。',
  title: '5号楼3单元整单元暖气不热',
  outcome: '总阀开足、滤网清了，当晚都到了十九度以上。',
};
