import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { endAttribute, findServices, keepAttribute, keepAttributeInput } from './index.ts';

useDatabase();

const asked = keepAttributeInput.parse({
  category: 'water',
  code: 'floor',
  datatype: 'singlevaluelist',
  required: true,
  questionZh: '几楼？',
  questionEn: 'Which floor?',
  choices: 'low | 低层 | Low\nhigh | 高层 | High',
});

describe('the questions of a service', () => {
  it('are added, asked differently and ended by the administrator; what was asked before stays as a row', async () => {
    const world = await makeWorld();
    const administrator = await makePerson(world, 'administrator');
    const { communityId } = world;
    const questions = async () => (await findServices(communityId)).find(({ code }) => code === 'water')?.attributes;
    await keepAttribute(administrator, communityId, asked);
    await keepAttribute(administrator, communityId, { ...asked, code: 'seen', datatype: 'datetime', required: false, choices: '' });
    await keepAttribute(administrator, communityId, { ...asked, questionEn: 'On which floor?' });
    expect(await questions()).toMatchObject([
      { code: 'floor', order: 1, question: { en: 'On which floor?' }, choices: [{ key: 'low' }, { key: 'high' }], required: true },
      { code: 'seen', order: 2, datatype: 'datetime' },
    ]);
    await endAttribute(administrator, communityId, { category: 'water', code: 'floor' });
    expect(await questions()).toMatchObject([{ code: 'seen', order: 2 }]);
    await expect(endAttribute(administrator, communityId, { category: 'water', code: 'floor' })).rejects.toThrow('access.not-found');
    const rows = await database()
      .selectFrom('service_attributes')
      .select(['code', 'ended_at'])
      .where('community_id', '=', communityId)
      .execute();
    expect(rows.map(({ code, ended_at: ended }) => [code, ended !== null]).toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([
      ['floor', true],
      ['floor', true],
      ['seen', false],
    ]);
  });

  it('are nobody else’s to keep, and belong to a category that is there', async () => {
    const world = await makeWorld();
    const administrator = await makePerson(world, 'administrator');
    await expect(keepAttribute(world.secretary, world.communityId, asked)).rejects.toThrow('access.not-yours');
    await expect(keepAttribute(administrator, world.communityId, { ...asked, category: 'nothing' })).rejects.toThrow('input.not-found');
  });

  it.each([
    [{ choices: '' }, 'open311.choices-needed'],
    [{ choices: 'low | 低层' }, 'open311.choices-needed'],
    [{ choices: 'a | 甲 | A\na | 乙 | B' }, 'open311.choices-needed'],
    [{ datatype: 'text' }, 'open311.no-choices-here'],
    [{ variable: false }, 'open311.nothing-to-fill-in'],
    [{ hintZh: '提示' }, 'open311.both-languages'],
    [{ code: 'two words' }, 'open311.not-a-code'],
  ])('%o is refused: %s', (more, code) => {
    const read = keepAttributeInput.safeParse({ ...asked, ...more });
    expect(read.error?.issues.map(({ message }) => message)).toContain(code);
  });
});
