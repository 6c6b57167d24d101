import { describe, expect, it } from 'vitest';
import { ask, tokenOf } from '#tests/api.ts';
import { useDatabase } from '#tests/database.ts';
import { writeVoices } from '#tests/written-voices.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { statisticsRecord } from './statistics-api.ts';

useDatabase();

describe('statistics for programs', () => {
  it('V2: received is the sum of what is open, closed, merged, referred and withdrawn, in all and by channel', async () => {
    const world = await makeWorld();
    await writeVoices(world, 3, { stage: 'received', channel: 'web' });
    await writeVoices(world, 2, { stage: 'closed_confirmed', channel: 'telephone' });
    await writeVoices(world, 1, { stage: 'withdrawn', channel: 'telephone', receivedAt: new Date('2026-01-05T04:00:00Z') });
    const path = `/communities/${world.slug}/statistics`;
    const token = await tokenOf(world.secretary);
    const { status, body } = await ask('GET', path, { token });
    expect(status).toBe(200);
    const record = statisticsRecord.parse(body);
    expect(record).toMatchObject({ received: 6, open: 3, confirmed: 2, withdrawn: 1 });
    for (const sum of [record, ...record.byChannel]) {
      expect(sum.open + sum.confirmed + sum.documented + sum.merged + sum.referred + sum.withdrawn).toBe(sum.received);
    }
    expect((await ask('GET', `${path}?from=2026-01-05&to=2026-01-05`, { token })).body).toMatchObject({ received: 1, withdrawn: 1 });
    expect((await ask('GET', `${path}?to=2026-01-04`, { token })).body).toMatchObject({ received: 0, byChannel: [] });
    expect(await ask('GET', `${path}?from=2026-02-30`, { token })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'from', code: 'input.not-a-day' }] },
    });
  });

  it('is for those who read the board, and leaves out what names them', async () => {
    const world = await makeWorld();
    const path = `/communities/${world.slug}/statistics`;
    expect((await ask('GET', path)).status).toBe(401);
    expect((await ask('GET', path, { token: await tokenOf((await makeWorld()).secretary) })).status).toBe(403);
    const chief = await makePerson(world, 'property_manager');
    expect((await ask('GET', path, { token: await tokenOf(chief) })).status).toBe(403);
    await writeVoices(world, 1, { sealed: 'named', kind: 'complaint', accused: [world.secretary.personId] });
    expect((await ask('GET', path, { token: await tokenOf(world.secretary) })).body).toMatchObject({ received: 0 });
  });
});
