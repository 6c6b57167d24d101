import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { codeOf, makeEnrolled } from '#tests/account.ts';
import { makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { Forbidden, Invalid, Missing } from '#foundation/refusal.ts';
import { endSession } from './end-session.ts';
import { endAllSessions, endOwnSession } from './end-sessions.ts';
import { findSessions } from './find-sessions.ts';
import { findViewer } from './find-viewer.ts';
import { openSession } from './open-session.ts';
import { isSteppedUp, stepUpLasts } from './session.ts';
import { stepUp } from './step-up.ts';

useDatabase();

describe('stepUp', () => {
  it('counts for five minutes, under a new token, and does not lengthen the day', async () => {
    const { session, secret, token } = await makeEnrolled(await makeWorld());
    const id = session?.id ?? '';
    await database()
      .updateTable('sessions')
      .set({ stepped_up_at: new Date(0) })
      .where('id', '=', id)
      .execute();
    const until = async () =>
      (await database().selectFrom('sessions').select('absolute_until').where('id', '=', id).executeTakeFirstOrThrow()).absolute_until;
    const before = await until();
    const renewed = await stepUp(session, { code: codeOf(secret) });
    expect(await findViewer(token)).toBeNull();
    const stepped = (await findViewer(renewed))?.session ?? null;
    const at = stepped?.steppedUpAt ?? new Date(0);
    expect(isSteppedUp(stepped, new Date(at.getTime() + stepUpLasts))).toBe(true);
    expect(isSteppedUp(stepped, new Date(at.getTime() + stepUpLasts + 1))).toBe(false);
    expect(await until()).toEqual(before);
  });

  it('refuses a wrong or used code, and anybody without a full staff session', async () => {
    const { session, secret } = await makeEnrolled(await makeWorld());
    await expect(stepUp(session, { code: '000000' })).rejects.toThrow(Invalid);
    await stepUp(session, { code: codeOf(secret) });
    await expect(stepUp(session, { code: codeOf(secret) })).rejects.toThrow(Invalid);
    await expect(stepUp(null, { code: '' })).rejects.toThrow(Forbidden);
    await expect(stepUp(session && { ...session, kind: 'resident' }, { code: '' })).rejects.toThrow(Forbidden);
  });
});

describe("one's own sessions", () => {
  async function three() {
    const { viewer, personId, session, token } = await makeEnrolled(await makeWorld());
    const open = () => openSession(database(), { kind: 'staff', assurance: 'full', personId, device: 'Elsewhere', now: new Date() });
    return { viewer, session, tokens: [token, await open(), await open()] };
  }

  it('are listed, ended one by one, and all but the one in use', async () => {
    const { viewer, session, tokens } = await three();
    const listed = await findSessions(viewer);
    expect(listed.map(({ device }) => device).toSorted()).toEqual(['Elsewhere', 'Elsewhere', 'Test']);
    const other = (await findViewer(tokens[1] ?? ''))?.session.id ?? '';
    await endOwnSession(viewer, other);
    await expect(endOwnSession(viewer, other)).rejects.toThrow(Missing);
    expect(await findViewer(tokens[1] ?? '')).toBeNull();
    await endAllSessions(viewer, session);
    expect(await findViewer(tokens[2] ?? '')).toBeNull();
    expect(await findViewer(tokens[0] ?? '')).not.toBeNull();
  });

  it("are nobody else's to end", async () => {
    const { session } = await three();
    const stranger = await makeEnrolled(await makeWorld());
    await expect(endOwnSession(stranger.viewer, session?.id ?? '')).rejects.toThrow(Missing);
  });

  it('end on the server when signing out', async () => {
    const { session, tokens } = await three();
    if (session) await endSession(session);
    expect(await findViewer(tokens[0] ?? '')).toBeNull();
    if (session) await endSession(session);
  });

  it('end by themselves when idle or too old', async () => {
    for (const column of ['idle_until', 'absolute_until'] as const) {
      const { tokens, session } = await three();
      await database()
        .updateTable('sessions')
        .set({ [column]: new Date(Date.now() - 1) })
        .where('id', '=', session?.id ?? '')
        .execute();
      expect(await findViewer(tokens[0] ?? '')).toBeNull();
    }
  });
});
