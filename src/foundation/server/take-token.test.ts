import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { database } from '#foundation/server/database.ts';
import { TooMany } from '#foundation/refusal.ts';
import { installation } from './installation.ts';
import { giveTokenBack, takeToken } from './take-token.ts';

useDatabase();

describe('takeToken', () => {
  it('lets exactly the limit through, also when all come at once, and says how long to wait', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => takeToken('rush', 7, 600)));
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(7);
    const refused = await takeToken('rush', 7, 600).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TooMany);
    expect(refused).toMatchObject({ retryAfter: expect.closeTo(600, -1) });
  });

  it('gives out anew once its time is over, and keeps buckets apart', async () => {
    await takeToken('one', 1, 600);
    await takeToken('other', 1, 600);
    await expect(takeToken('one', 1, 600)).rejects.toThrow(TooMany);
    await database()
      .updateTable('rate_limits')
      .set({ opened_at: new Date(Date.now() - 601_000) })
      .execute();
    await takeToken('one', 1, 600);
  });

  it('takes one back where only wrong tries count', async () => {
    await takeToken('gate', 1, 600);
    await giveTokenBack('gate');
    await takeToken('gate', 1, 600);
    await expect(takeToken('gate', 1, 600)).rejects.toThrow(TooMany);
  });

  it('writes no readable name into the table', async () => {
    await takeToken('phone:00013800001', 5, 60);
    const rows = await database().selectFrom('rate_limits').select('bucket').execute();
    expect(rows.filter((row) => row.bucket.includes('000138'))).toEqual([]);
  });

  it('lets everybody through when limits are off', async () => {
    const { settings } = installation();
    Object.assign(settings, { HUIYIN_RATE_LIMITS: 'off' });
    for (let tries = 0; tries < 5; tries++) await takeToken('off', 1, 600);
    Object.assign(settings, { HUIYIN_RATE_LIMITS: 'on' });
    await takeToken('off', 1, 600);
  });
});
