import { expect, it } from 'vitest';
import { phoneIndex } from './phone-index.ts';

const key = Buffer.alloc(32, 7);
const index = (phone: string) => phoneIndex(phone, key).toString('hex');

it('one number has one index, however it is written', () => {
  const mobile = ['13800000000', '138 0000 0000', '+86 138-0000-0000', '008613800000000', '１３８００００００００'];
  expect(new Set(mobile.map(index)).size).toBe(1);
  expect(new Set(['01055501234', '(010) 5550 1234', '+86 10 5550 1234'].map(index)).size).toBe(1);
});

it('different numbers and different keys have different indexes', () => {
  expect(new Set(['13800000000', '13800000001', '+13800000000', '0005551001', '05551001'].map(index)).size).toBe(5);
  expect(phoneIndex('13800000000', Buffer.alloc(32, 8))).not.toEqual(phoneIndex('13800000000', key));
  expect(phoneIndex('13800000000', key)).toHaveLength(32);
});
