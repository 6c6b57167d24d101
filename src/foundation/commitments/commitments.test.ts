import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { commitmentBytes } from './commitment.ts';
import { leafText } from './leaf-entry.ts';

describe('canonical JSON', () => {
  it('sorts as the example of RFC 8785 §3.2.3', () => {
    const content = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect(canonicalJson(content)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}');
  });

  it('escapes as the example of RFC 8785 §3.2.2', () => {
    const content = { string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/', literals: [null, true, false] };
    expect(canonicalJson(content)).toBe('{"literals":[null,true,false],"string":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}');
  });

  it('is the same for the same content in any order, and reads back', () => {
    const content = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.string({ unit: 'grapheme' }),
        fc.maxSafeInteger(),
        fc.boolean(),
        fc.constant(null),
        tie('list'),
        tie('record'),
      ),
      list: fc.array(tie('value'), { maxLength: 4 }),
      record: fc.dictionary(fc.string({ unit: 'grapheme' }), tie('value'), { maxKeys: 5, noNullPrototype: true }),
    })).record;
    fc.assert(
      fc.property(content, (made) => {
        const record = Object.entries(made as Record<string, string>);
        const backwards = Object.fromEntries(record.toReversed());
        expect(canonicalJson(backwards)).toBe(canonicalJson(Object.fromEntries(record)));
        expect(JSON.parse(canonicalJson(backwards))).toEqual(Object.fromEntries(record));
      }),
    );
  });

  it.each([0.5, NaN, Infinity, 2 ** 53, '\ud800'])('refuses %s', (wrong) => expect(() => canonicalJson([wrong])).toThrow(TypeError));

  it('leaves out what is undefined', () => expect(canonicalJson({ a: undefined, b: [-0] })).toBe('{"b":[0]}'));
});

describe('a commitment', () => {
  const salt = Buffer.alloc(32, 7);
  const commit = (type: string, r: Uint8Array, content: string) =>
    createHash('sha256')
      .update(commitmentBytes(type, r, content))
      .digest('hex');

  it('hashes domain, type, salt and content with zeros between', () => {
    const bytes = Buffer.from(commitmentBytes('voice.received', salt, { b: 1, a: '漏水' }));
    expect(bytes.toString('latin1').startsWith('gov-commit/v1\0voice.received\0')).toBe(true);
    expect(bytes.subarray(-20).toString()).toBe('{"a":"漏水","b":1}');
    expect(bytes.length).toBe(13 + 1 + 14 + 1 + 32 + Buffer.byteLength('{"a":"漏水","b":1}'));
  });

  it('changes with the type, the salt and the content', () => {
    const all = [commit('a', salt, 'x'), commit('b', salt, 'x'), commit('a', Buffer.alloc(32, 8), 'x'), commit('a', salt, 'y')];
    expect(new Set(all).size).toBe(4);
  });

  it('needs its salt whole', () => expect(() => commitmentBytes('a', Buffer.alloc(31), 'x')).toThrow(TypeError));
});

describe('a leaf', () => {
  it('says what, where, which number and when, and no more', () => {
    const leaf = { type: 'voice.received', communityId: 1, number: '2026-000123', day: '2026-11-23', commit: 'abc=' };
    expect(leafText(leaf)).toBe('{"v":1,"t":"voice.received","c":"1","n":"2026-000123","d":"2026-11-23","h":"abc="}');
    expect(leafText({ type: 'release', day: '2026-11-23', plain: { version: '1', build: 'ff' } })).toBe(
      '{"v":1,"t":"release","d":"2026-11-23","p":{"build":"ff","version":"1"}}',
    );
  });

  it('is never longer than tlog-tiles allow', () => {
    expect(() => leafText({ type: 'x', day: '2026-11-23', plain: { long: '回'.repeat(22_000) } })).toThrow(TypeError);
  });
});
