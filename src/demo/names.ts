import type { Random } from './random.ts';

// Invented names of three characters: short ones could be found by chance inside what somebody says.

const surnames = '梁崔谭廖范汪陶姜尹薛雷侯龙史黎贾邱葛牛樊兰洪柯涂温翟鲁聂焦向柳邢骆岳齐梅庄辛管祝左'.split('');
const first = '玉春明志秋文永晓兰建红丽嘉思雪海云佳俊雅振月光翠德庆淑子宝素'.split('');
const second = '芬生辉华珠英平宁涛霞琴林凤刚敏军雯宇轩萍凯莲超瑶昌娟贤恒仪良'.split('');

/** A name; with `taken`, one that nobody there bears yet. */
export function newName(random: Random, taken?: Set<string>): string {
  for (;;) {
    const name = random.pick(surnames) + random.pick(first) + random.pick(second);
    if (!taken?.has(name)) {
      taken?.add(name);
      return name;
    }
  }
}
