import { expect, it } from 'vitest';
import { sortedMatters } from '#tests/sorted-matters.ts';
import { learn } from './learn.ts';
import { learnApart } from './learn-apart.ts';
import { unpackModel } from './model.ts';
import { findSure, measure, tryOut } from './try-out.ts';

it('is right about matters it has not seen, on made-up sentences', () => {
  const trial = tryOut(sortedMatters(60), 4);
  expect(trial.verdicts).toHaveLength(240);
  expect(trial.accuracy).toBeGreaterThan(0.9);
  expect(trial.macroF1).toBeGreaterThan(0.9);
});

it('learns nothing from too few voices, too few categories, or where nothing can be told apart', () => {
  expect(learn(sortedMatters(49))).toMatchObject({ voices: 196, model: null });
  const two = sortedMatters(110).filter(({ category }) => category === 'water' || category === 'noise');
  expect(learn(two)).toMatchObject({ voices: 220, model: null });
  const blind = sortedMatters(60).map((matter, at) => ({ ...matter, category: `c${(at * 7) % 4}`, group: `${at}` }));
  expect(learn(blind).model).toBeNull();
});

it('leaves out a category with only a handful of voices', () => {
  const few = sortedMatters(3).filter(({ category }) => category === 'noise');
  const { voices, model } = learn([...sortedMatters(70).filter(({ category }) => category !== 'noise'), ...few]);
  expect(voices).toBe(210);
  expect(unpackModel(model ?? Buffer.alloc(0)).categories).toEqual(['environment', 'parking', 'water']);
});

it('learns the same in a process of its own', async () => {
  const matters = sortedMatters(55);
  const [here, apart] = [learn(matters), await learnApart(matters)];
  expect(apart).toEqual(here);
  expect(here.model?.length).toBeLessThan(200_000);
});

it('measures accuracy, macro-F1 and from where on it is sure', () => {
  const verdict = (truth: string, said: string, ahead: number) => ({ truth, said, ahead });
  const verdicts = [verdict('a', 'a', 3), verdict('a', 'a', 2), verdict('b', 'a', 1), verdict('b', 'b', 0.5)];
  expect(measure(verdicts)).toEqual({ accuracy: 0.75, macroF1: (4 / 5 + 2 / 3) / 2 });
  expect(measure([])).toEqual({ accuracy: 0, macroF1: 0 });
  expect(findSure(verdicts, 1, 2)).toBe(2);
  expect(findSure(verdicts, 0.75, 4)).toBe(0.5);
  expect(findSure(verdicts, 1, 3)).toBeNull();
});
