import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { freshSession } from '#tests/account.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { Forbidden, Missing } from '#foundation/refusal.ts';
import { findViewerByToken } from '../tokens/find-viewer-by-token.ts';
import { endProgramKey } from './end-program-key.ts';
import { findProgramByKey } from './find-program-by-key.ts';
import { findProgramKeys } from './find-program-keys.ts';
import { issueProgramKey, issueProgramKeyInput } from './issue-program-key.ts';

useDatabase();
const input = issueProgramKeyInput.parse({ name: 'Street app' });

async function ground() {
  const world = await makeWorld();
  return { ...world, administrator: await makePerson(world, 'administrator', 'Administrator') };
}

describe('a key for a program', () => {
  it('is known in its own community, and opens nothing else', async () => {
    const { communityId, administrator } = await ground();
    const other = await ground();
    const { id, key } = await issueProgramKey(administrator, freshSession(), communityId, input);
    expect(key).toMatch(/^huiyin_app_[\w-]{43}$/);
    expect(await findProgramByKey(communityId, key)).toEqual({ keyId: id });
    expect(await findProgramByKey(other.communityId, key)).toBeNull();
    expect(await findProgramByKey(communityId, '')).toBeNull();
    expect(await findViewerByToken(key)).toBeNull();
    expect(await findProgramKeys(administrator, communityId)).toEqual([
      { id, name: 'Street app', issuedAt: expect.any(Date), issuedBy: 'Administrator', lastUsedAt: expect.any(Date) },
    ]);
  });

  it('is kept as a hash only', async () => {
    const { communityId, administrator } = await ground();
    const { key } = await issueProgramKey(administrator, freshSession(), communityId, input);
    const row = await database().selectFrom('program_keys').selectAll().where('community_id', '=', communityId).executeTakeFirstOrThrow();
    expect(row.key_hash).toHaveLength(32);
    expect(JSON.stringify(row)).not.toContain(key.slice(11));
  });

  it('is the administrator’s to issue, list and end, with a fresh proof', async () => {
    const { communityId, administrator, secretary, worker } = await ground();
    const { administrator: stranger } = await ground();
    await expect(issueProgramKey(administrator, freshSession(new Date(0)), communityId, input)).rejects.toThrow('step-up.needed');
    const { id } = await issueProgramKey(administrator, freshSession(), communityId, input);
    for (const viewer of [secretary, worker, stranger]) {
      await expect(issueProgramKey(viewer, freshSession(), communityId, input)).rejects.toThrow(Forbidden);
      await expect(findProgramKeys(viewer, communityId)).rejects.toThrow(Forbidden);
      await expect(endProgramKey(viewer, communityId, id)).rejects.toThrow(Forbidden);
    }
  });

  it('ends at once, and once', async () => {
    const { communityId, administrator } = await ground();
    const { id, key } = await issueProgramKey(administrator, freshSession(), communityId, input);
    await endProgramKey(administrator, communityId, id);
    expect(await findProgramByKey(communityId, key)).toBeNull();
    expect(await findProgramKeys(administrator, communityId)).toEqual([]);
    await expect(endProgramKey(administrator, communityId, id)).rejects.toThrow(Missing);
    await expect(endProgramKey(administrator, communityId, 'x')).rejects.toThrow(Missing);
  });
});
