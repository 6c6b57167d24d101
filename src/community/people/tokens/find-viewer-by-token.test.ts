import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { freshSession } from '#tests/account.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { Forbidden, Missing } from '#foundation/refusal.ts';
import { createAccessToken, createAccessTokenInput } from './create-access-token.ts';
import { endAccessToken } from './end-access-token.ts';
import { findAccessTokens } from './find-access-tokens.ts';
import { findViewerByToken } from './find-viewer-by-token.ts';

useDatabase();
const input = createAccessTokenInput.parse({ name: 'Report', scopes: ['voices:read'], days: '30' });

describe('findViewerByToken', () => {
  it('stands for its owner with its scopes; an ended role counts at the next request', async () => {
    const { worker, communityId } = await makeWorld();
    const { token, id } = await createAccessToken(worker, freshSession(), input);
    expect(token).toMatch(/^huiyin_[\w-]{43}$/);
    const holder = await findViewerByToken(token);
    expect(holder).toMatchObject({
      tokenId: id,
      scopes: ['voices:read'],
      viewer: { kind: 'staff', personId: worker.personId, grants: [{ communityIds: [communityId] }] },
    });
    await database().updateTable('roles').set({ ended_at: new Date() }).where('person_id', '=', worker.personId).execute();
    expect((await findViewerByToken(token))?.viewer.grants).toEqual([]);
    expect((await findAccessTokens(worker))[0]?.lastUsedAt).toBeInstanceOf(Date);
  });

  it('keeps only a hash', async () => {
    const { worker } = await makeWorld();
    const { token, id } = await createAccessToken(worker, freshSession(), input);
    const row = await database().selectFrom('access_tokens').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain(token.slice(7));
    expect(row.token_hash).toHaveLength(32);
  });

  it('knows nothing of an ended, an old or an unknown token, nor of one whose owner left', async () => {
    const world = await makeWorld();
    const make = async () => createAccessToken(world.worker, freshSession(), input);
    const [ended, old] = [await make(), await make()];
    await endAccessToken(world.worker, ended.id);
    await database().updateTable('access_tokens').set({ expires_at: new Date() }).where('id', '=', old.id).execute();
    for (const token of [ended.token, old.token, 'huiyin_unknown', old.token.slice(7), ''])
      expect(await findViewerByToken(token)).toBeNull();
    const last = await make();
    await database().updateTable('people').set({ ended_at: new Date() }).where('id', '=', world.worker.personId).execute();
    expect(await findViewerByToken(last.token)).toBeNull();
  });
});

describe('createAccessToken', () => {
  it('asks for a fresh proof and for somebody who works here', async () => {
    const world = await makeWorld();
    await expect(createAccessToken(world.worker, freshSession(new Date(0)), input)).rejects.toThrow('step-up.needed');
    await expect(createAccessToken(await makePerson(world, 'resident'), freshSession(), input)).rejects.toThrow(Forbidden);
  });

  it('lives at most a year and may do nothing unheard of', () => {
    expect(createAccessTokenInput.safeParse({ name: 'x', scopes: ['voices:read'], days: 367 }).success).toBe(false);
    expect(createAccessTokenInput.safeParse({ name: 'x', scopes: ['everything'], days: 1 }).success).toBe(false);
    expect(createAccessTokenInput.safeParse({ name: 'x', scopes: [], days: 1 }).success).toBe(false);
  });

  it('is ended by its owner only', async () => {
    const { worker, colleague } = await makeWorld();
    const { id } = await createAccessToken(worker, freshSession(), input);
    await expect(endAccessToken(colleague, id)).rejects.toThrow(Missing);
  });
});
