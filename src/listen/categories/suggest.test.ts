import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sortedMatters } from '#tests/sorted-matters.ts';
import { cleanText } from './grams.ts';
import { packModel, unpackModel } from './model.ts';
import { suggest } from './suggest.ts';
import { trainModel } from './train-model.ts';

const matters = sortedMatters(60);
const model = trainModel(matters);
const all = ['water', 'parking', 'noise', 'environment'];
const piece = fc.constantFrom('漏水', '天花板', '停车位', '垃圾', '噪音', '半夜', '王小明', '13900000000', 'noise', ' ', '。', '🙂', '楼');
const anyText = fc.oneof(
  fc.string(),
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
);

it('says what it is about, and the words of the text that say so', () => {
  const [first] = suggest(model, '王奶奶家的天花板漏水，地上都是水，电话 00013800001', all);
  expect(first?.category).toBe('water');
  expect(first?.because.join()).toMatch(/漏水|天花板/);
  expect(suggest(model, 'Every night the neighbour is too loud', all)[0]).toMatchObject({ category: 'noise' });
});

it('learns the same from the same, down to the byte, and keeps it through packing', () => {
  const packed = packModel(model);
  expect(packModel(trainModel(sortedMatters(60))).equals(packed)).toBe(true);
  fc.assert(
    fc.property(anyText, (text) => {
      expect(suggest(unpackModel(packed), text, all).map(({ category }) => category)).toEqual(
        suggest(model, text, all).map(({ category }) => category),
      );
    }),
  );
});

it('never suggests a category that is no longer in use, and nothing for nothing', () => {
  fc.assert(
    fc.property(anyText, fc.subarray(all), (text, open) => {
      for (const { category } of suggest(model, text, open)) expect(open).toContain(category);
    }),
  );
  for (const nothing of ['', '  \n', '12345', '？！', '🙂']) expect(suggest(model, nothing, all)).toEqual([]);
});

it('gives as reasons only words that stand in the text: no numbers, and no name it is told to hide', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const { because } of suggest(model, text, all, ['王小明'])) {
        expect(because.length).toBeLessThanOrEqual(3);
        for (const word of because) {
          expect(cleanText(text)).toContain(word);
          expect(word).not.toMatch(/[0-9]|王小明|小明/);
        }
      }
    }),
  );
  const [first] = suggest(model, '漏水漏水', all, ['漏水']);
  expect(first).toBeUndefined();
});

it('keeps still when the first two are close', () => {
  expect(suggest({ ...model, sure: 99 }, '天花板漏水', all)).toEqual([]);
});
