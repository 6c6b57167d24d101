import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { groupCopies } from './group-copies.ts';
import { findLabelled, readMessages } from './read-messages.ts';

it('reads both files of the exchange format and keeps a message with its copies', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-messages-'));
  writeFileSync(
    join(folder, 'labelled_raw_train.csv'),
    'id,user,title,time,body,label,source,tok_id\n7,u,天花板漏水请派人来看,t,厨房的水管坏了,water,s,T1\n8,u,天花板漏水请派人来看,t,又漏了,water,s,T9\n',
  );
  writeFileSync(
    join(folder, 'labelled_tokenised_train.csv'),
    'id,tokens,label\nT1,天花板 漏水 厨房 水管,water\nT2,天花板 漏水 厨房 的 水管,water\nT3,停车位 被 占,parking\n',
  );
  writeFileSync(join(folder, 'taxonomy.csv'), 'level1\nwater\n');
  const messages = findLabelled([folder]).flatMap((path) => readMessages(path));
  rmSync(folder, { recursive: true });
  expect(messages.map(({ id, raw, label, twin }) => [id, raw, label, twin])).toEqual([
    ['7', true, 'water', 'T1'],
    ['8', true, 'water', 'T9'],
    ['T1', false, 'water', 'T1'],
    ['T2', false, 'water', 'T2'],
    ['T3', false, 'parking', 'T3'],
  ]);
  const [first, ...others] = groupCopies(messages);
  expect(others.map((group) => group === first)).toEqual([true, true, true, false]);
  expect(() => findLabelled(['/nowhere'])).toThrow('/nowhere');
});
