import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { atHome, makeHouses } from '#tests/neighbours.ts';
import { at } from '#tests/voices.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { Missing } from '#foundation/refusal.ts';
import {
  acceptLink,
  correctEntry,
  endLink,
  eraseEntry,
  findLinks,
  findLog,
  findLogLooks,
  findOwnLinks,
  noteContact,
  proposeLink,
  readLog,
  remindHolders,
} from './index.ts';

useDatabase();

async function aLink() {
  const world = await makeWorld();
  const [house] = await makeHouses(world);
  const flat = house?.units[0]?.flats[0] ?? '';
  const home = await atHome(world, flat);
  const holder = await makePerson({ ...world, placeId: house?.id ?? '' }, 'liaison_officer', 'Holder');
  const { linkId } = await proposeLink(holder, world.communityId, { householdId: flat });
  const other = await atHome(world, house?.units[1]?.flats[0] ?? '', 'Other');
  return { world, home, holder, other, flat, link: { communityId: world.communityId, id: linkId } };
}

const talked = { contactedOn: '2026-11-20', way: 'visit' } as const;

describe('direct contact', () => {
  it('begins when the household accepts: on the page, or by telephone with somebody else than the holder noting it', async () => {
    const { world, home, holder, other, link, flat } = await aLink();
    await expect(noteContact(holder, link, talked)).rejects.toThrow('contact.not-accepted');
    await expect(acceptLink(holder, link, { way: 'phone' })).rejects.toThrow('contact.office-notes');
    await expect(acceptLink(other, link, { way: 'page' })).rejects.toThrow(Missing);
    await acceptLink(world.worker, link, { way: 'phone' });
    await expect(acceptLink(home, link, { way: 'page' })).rejects.toThrow('contact.accepted-already');
    await expect(proposeLink(holder, world.communityId, { householdId: flat })).rejects.toThrow('contact.linked-already');
    await expect(proposeLink(holder, world.communityId, { householdId: flat, holderId: world.worker.personId ?? '' })).rejects.toThrow(
      'contact.not-yours',
    );
    expect(await findOwnLinks(home, world.communityId)).toMatchObject([{ holder: 'Holder', stage: 'active' }]);
    expect(await findLinks(other, world.communityId)).toEqual([]);
  });

  it('is ended by the household at any time, in one step', async () => {
    const { world, home, holder, link } = await aLink();
    await acceptLink(home, link, { way: 'page' });
    await endLink(home, link, { way: 'page' });
    expect(await findLinks(world.secretary, world.communityId)).toEqual([]);
    await expect(noteContact(holder, link, talked)).rejects.toThrow('contact.ended');
    const row = await database().selectFrom('contact_links').select('ended_cause').where('id', '=', link.id).executeTakeFirst();
    expect(row?.ended_cause).toBe('household');
  });

  it('H4: what was asked becomes a voice at once, and the log keeps no word of it', async () => {
    const { world, home, holder, link } = await aLink();
    await acceptLink(home, link, { way: 'page' });
    const { number } = await noteContact(holder, link, { ...talked, passOn: 'The light on the stairs is out' });
    expect(number).toMatch(/^\d{4}-\d{6}$/);
    expect((await findLog(world.communityId, [link.id])).get(link.id)).toMatchObject([{ way: 'visit', number }]);
    const columns = await database().selectFrom('contact_log').selectAll().where('link_id', '=', link.id).executeTakeFirstOrThrow();
    expect(JSON.stringify(columns)).not.toContain('light');
  });

  it('H1: the household reads, corrects and erases; the holder does not', async () => {
    const { world, home, holder, link } = await aLink();
    await acceptLink(home, link, { way: 'page' });
    const { entryId } = await noteContact(holder, link, talked);
    const entry = { ...link, entryId };
    await expect(eraseEntry(holder, entry)).rejects.toThrow('contact.household-only');
    await correctEntry(home, entry, { contactedOn: '2026-11-19', way: 'phone' });
    expect((await readLog(home, link))[0]).toMatchObject({ contactedOn: '2026-11-19', way: 'phone' });
    await eraseEntry(home, entry);
    expect(await readLog(home, link)).toEqual([]);
    await expect(eraseEntry(home, entry)).rejects.toThrow(Missing);
    expect(world.slug).toBeTruthy();
  });

  it('H7: whoever else reads the log leaves a line that the household sees', async () => {
    const { world, home, other, link } = await aLink();
    await readLog(world.worker, link);
    await readLog(home, link);
    expect(await findLogLooks(home, world.communityId, [link.id])).toMatchObject([{ name: 'Worker' }]);
    expect(await findLogLooks(other, world.communityId, [link.id])).toEqual([]);
    await expect(readLog(other, link)).rejects.toThrow(Missing);
  });

  it('reminds everybody who holds links once a month', async () => {
    const { home, link } = await aLink();
    await remindHolders({ now: at('2031-03-01 09:00') });
    await acceptLink(home, link, { way: 'page' });
    expect(await remindHolders({ now: at('2031-03-02 09:00') })).toBe(1);
    expect(await remindHolders({ now: at('2031-03-03 09:00') })).toBe(0);
    expect(await remindHolders({ now: at('2031-04-01 09:00') })).toBeGreaterThan(1);
  });

  it('ranks nobody: no column counts households or contacts', async () => {
    const rows = await database().introspection.getTables();
    const columns = rows.filter(({ name }) => name.startsWith('contact_l')).flatMap((table) => table.columns.map(({ name }) => name));
    expect(columns.filter((name) => /count|score|points|rank|total/.test(name))).toEqual([]);
  });
});
