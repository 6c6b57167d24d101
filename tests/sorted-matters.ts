import type { Example } from '#listen/categories/index.ts';

// Matters of a made-up neighbourhood, sorted by hand: sentences put together from what people there talk about.

const said: Record<string, { what: string[]; trouble: string[] }> = {
  water: {
    what: [
      '厨房天花板',
      '卫生间水管',
      '楼道的下水道',
      '地下室水管',
      '阳台地漏',
      '水表旁边的管子',
      'The kitchen pipe',
      'The drain in the basement',
    ],
    trouble: ['一直漏水', '堵了往外冒水', '又滴水了', '渗水发霉', '水压太低', '返水有臭味', 'is leaking water', 'is blocked and overflows'],
  },
  parking: {
    what: ['消防通道', '单元门口', '小区的停车位', '地下车库', '南门路边', '我家车位', 'The parking space', 'A car at the gate'],
    trouble: [
      '被私家车占了',
      '停满了车',
      '有人乱停车',
      '收费不清楚',
      '车辆进出太挤',
      '车位不够用',
      'is taken by another car',
      'blocks the traffic',
    ],
  },
  noise: {
    what: [
      '楼上邻居',
      '广场舞的音响',
      '隔壁装修',
      '楼下烧烤摊',
      '顶楼的风机',
      '对门的狗',
      'The neighbour upstairs',
      'The loudspeaker on the square',
    ],
    trouble: [
      '半夜还很吵',
      '噪音太大睡不着',
      '天不亮就响',
      '吵到孩子写作业',
      '声音震耳',
      '整夜叫个不停',
      'is too loud at night',
      'makes noise before dawn',
    ],
  },
  environment: {
    what: ['垃圾桶', '花坛里', '绿化带', '垃圾站旁边', '草坪', '楼前的树', 'The rubbish bins', 'The lawn'],
    trouble: [
      '好几天没人清运',
      '堆满了垃圾',
      '臭味熏人',
      '杂草没人修剪',
      '苍蝇很多',
      '枯死了没补种',
      'has not been emptied or mown',
      'is full of rubbish',
    ],
  },
};
const where = ['3 号楼', '12 栋 2 单元', '东区', '我们这一排', '幼儿园对面', 'Building 5'];
const asked = ['请派人来看看。', '已经说过两次了。', '麻烦尽快处理，谢谢！', 'Please help.', '老人孩子都受影响。'];

/** `each` matters of each of four categories, always the same; every second one is asked for in other words. */
export function sortedMatters(each: number): Example[] {
  return Object.entries(said).flatMap(([category, { what, trouble }]) =>
    Array.from({ length: each }, (_, at) => {
      const pick = (list: string[], step: number) => list[(at * step + Math.floor(at / list.length)) % list.length] ?? '';
      const words = `${pick(where, 5)}，${pick(what, 1)}${pick(trouble, 3)}。${pick(asked, 7)}`;
      return { words, category, group: words };
    }),
  );
}
