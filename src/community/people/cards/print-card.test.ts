import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { fromSomewhere } from '#tests/account.ts';
import { makePerson, makeWorld, givePhone } from '#tests/world.ts';
import { newId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import { Invalid, TooMany } from '#foundation/refusal.ts';
import { findViewer } from '../sessions/find-viewer.ts';
import { enterInvitationCode } from '../sign-in/enter-invitation-code.ts';
import { nobody, roleNames } from '../viewer.ts';
import { findCards } from './find-cards.ts';
import { printCard } from './print-card.ts';
import { revokeCard } from './revoke-card.ts';
import { whyNotPrintCard } from './why-not-print-card.ts';

useDatabase();

describe('whyNotPrintCard', () => {
  it.each(roleNames)('%s', (role) => {
    const grant = { id: 'g', role, communityIds: [1], streetId: null, districtId: null, placeId: null, unitName: null };
    const viewer = { ...nobody, kind: 'staff' as const, personId: 'p', grants: [grant] };
    const prints = ['administrator', 'community_secretary', 'community_worker'].includes(role);
    expect(whyNotPrintCard(viewer, 1, null)).toBe(prints ? null : 'card.not-yours-to-print');
    expect(whyNotPrintCard(viewer, 2, null)).toBe('card.not-yours-to-print');
    expect(whyNotPrintCard({ ...viewer, kind: 'resident' }, 1, null)).toBe('card.not-yours-to-print');
    if (prints) expect(whyNotPrintCard(viewer, 1, { hasOtherWayIn: true })).toBe('card.has-other-way-in');
  });
});

describe('printCard and enterInvitationCode', () => {
  it('signs a household in again and again until the card is revoked, and writes every use down', async () => {
    const { worker, communityId } = await makeWorld();
    const place = newId();
    await database()
      .insertInto('places')
      .values({ community_id: communityId, id: place, level: 'household', name: '301', full_name: 'Building 1 301' })
      .execute();
    const card = await printCard(worker, communityId, { name: 'Grandma Zhou', household: 'Building 1 301' });
    expect(card.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const enter = () => enterInvitationCode(communityId, { card: card.code.toLowerCase().replaceAll('-', ' ') }, fromSomewhere());
    const tokens = [await enter(), await enter()];
    for (const token of tokens) {
      expect((await findViewer(token))?.viewer).toMatchObject({
        kind: 'resident',
        personId: card.personId,
        grants: [{ role: 'resident', placeId: place }],
      });
    }
    expect(await findCards(worker, communityId)).toMatchObject([{ name: 'Grandma Zhou', household: 'Building 1 301' }]);
    await revokeCard(worker, communityId, card.cardId);
    await expect(enter()).rejects.toThrow('sign-in.card-wrong');
    expect(await findViewer(tokens[0] ?? '')).toBeNull();
    const events = await database()
      .selectFrom('security_events')
      .select('name')
      .where('person_id', '=', card.personId)
      .orderBy('at')
      .execute();
    expect(events.map(({ name }) => name)).toEqual(['role.given', 'card.printed', 'sign_in.done', 'sign_in.done', 'card.revoked']);
  });

  it('keeps the code nowhere, not even for a repeated intent', async () => {
    const { worker, communityId } = await makeWorld();
    const how = { key: 'card-intent-1' };
    const card = await printCard(worker, communityId, { name: 'Zhou' }, how);
    await expect(printCard(worker, communityId, { name: 'Zhou' }, how)).rejects.toThrow('card.already-printed');
    const kept = await database().selectFrom('invitations').selectAll().where('id', '=', card.cardId).executeTakeFirstOrThrow();
    expect(kept.code_hash).toMatch(/^\$argon2id\$/);
    expect(JSON.stringify(kept)).not.toContain(card.code.slice(5, 9));
  });

  it('a new card for the same person ends the old one; a card is never made for somebody with another way in', async () => {
    const world = await makeWorld();
    const first = await printCard(world.worker, world.communityId, { name: 'Zhou' });
    const second = await printCard(world.worker, world.communityId, { personId: first.personId });
    await expect(enterInvitationCode(world.communityId, { card: first.code }, fromSomewhere())).rejects.toThrow(Invalid);
    await enterInvitationCode(world.communityId, { card: second.code }, fromSomewhere());
    const resident = await makePerson(world, 'resident');
    await givePhone(resident, `0002${Date.now().toString().slice(-7)}`);
    await expect(printCard(world.worker, world.communityId, { personId: resident.personId ?? '' })).rejects.toThrow(
      'card.has-other-way-in',
    );
  });

  it('refuses old cards, cards of another community and guesses, and makes guessers wait', async () => {
    const [world, other] = [await makeWorld(), await makeWorld()];
    const card = await printCard(world.worker, world.communityId, { name: 'Zhou' });
    await expect(enterInvitationCode(other.communityId, { card: card.code }, fromSomewhere())).rejects.toThrow('sign-in.card-wrong');
    await database()
      .updateTable('invitations')
      .set({ expires_at: new Date(Date.now() - 1) })
      .where('id', '=', card.cardId)
      .execute();
    await expect(enterInvitationCode(world.communityId, { card: card.code }, fromSomewhere())).rejects.toThrow('sign-in.card-wrong');
    const guesser = fromSomewhere();
    const guesses = await Promise.allSettled(
      Array.from({ length: 21 }, () => enterInvitationCode(world.communityId, { card: 'AAAA' }, guesser)),
    );
    expect(guesses.filter((one) => one.status === 'rejected' && one.reason instanceof TooMany)).toHaveLength(16);
  });
});
