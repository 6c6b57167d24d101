import { describe, expect, it } from 'vitest';
import { NoRoom, outageOf } from './outage.ts';

const coded = (code: string) => Object.assign(new Error('said by the database'), { code });

describe('outageOf', () => {
  it.each(['57P01', '57P02', '57P03', '08006', '53300', '25006', 'ECONNREFUSED', 'ECONNRESET'])('%s: the database is away', (code) => {
    expect(outageOf(coded(code))).toMatchObject({ status: 503, code: 'service.away' });
  });

  it('knows what the driver says in words, and looks inside', () => {
    expect(outageOf(new Error('Connection terminated unexpectedly'))?.status).toBe(503);
    expect(outageOf(new AggregateError([coded('ECONNREFUSED')], 'all failed'))?.status).toBe(503);
    expect(outageOf(new Error('while saving', { cause: coded('57P01') }))?.status).toBe(503);
  });

  it('no room is 507, whether the database or the disk says so', () => {
    for (const error of [coded('53100'), coded('ENOSPC'), new NoRoom()]) expect(outageOf(error)?.status).toBe(507);
  });

  it('a bug is no outage', () => {
    for (const error of [coded('23505'), coded('40P01'), new TypeError('x is not a function'), 'text', null])
      expect(outageOf(error)).toBeNull();
  });
});
