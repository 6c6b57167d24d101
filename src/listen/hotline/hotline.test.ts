import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { at, eventsOf, rowOf, sorted } from '#tests/voices.ts';
import { holderOf, makeWorld, type World } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { readTable, tableProblemsOf, writeCsv, writeXlsx, type Table } from '#foundation/spreadsheets/index.ts';
import { readPersonalData } from '#community/people/index.ts';
import { acceptVoice, answerVoice, assignVoice, loadVoice, triageVoice } from '#listen/voices/index.ts';
import {
  countPending,
  countTickets,
  decideHandBack,
  exportTable,
  exportTickets,
  findExport,
  findExports,
  findLateness,
  findMappings,
  findTicket,
  findTickets,
  guessColumns,
  handBackTicket,
  importTickets,
  mappingFor,
  signTickets,
  type ImportTickets,
} from './index.ts';

useDatabase();

const header = [
  '工单编号',
  '标题',
  '诉求内容',
  '诉求类型',
  '受理时间',
  '派单时间',
  '办理时限',
  '事发地址',
  '来电人',
  '联系电话',
  '办理结果',
  '备注',
];
const leak = [
  'WO-1',
  '漏水',
  '三号楼楼道漏水',
  '求助',
  '2026-11-26 16:20',
  '2026-11-27 08:30',
  '2026年12月1日',
  '三号楼',
  '王女士',
  '13800001111',
  '',
  'x',
];
const lamp = ['WO-2', '', '路灯不亮', '建议', '2026/11/27 7:05:00', '', '2026-12-02 18:00', '东门', '', '138****2222', '', ''];
const bad = ['', '', '没有编号', '', '昨天', '', '', '', '', '', '', ''];
const morning = at('2026-11-27 09:00');

function file(...rows: string[][]): Promise<Table> {
  return readTable(writeCsv(header, rows), 'tickets.csv');
}

const asked = (more: Partial<ImportTickets> = {}): ImportTickets => ({
  mapping: 'Morning file',
  columns: guessColumns(header),
  bad: 'stop',
  ...more,
});

async function brought(world: World, ...rows: string[][]) {
  await importTickets(world.worker, world.communityId, asked(), await file(...rows), { now: morning });
  const found = await findTickets(world.worker, world.communityId, 'unsigned');
  return found.map(({ id, number, voice }) => ({ id, number, voice, communityId: world.communityId }));
}

async function voiceOf(world: World, number: string) {
  const voice = await loadVoice(database(), world.secretary, { communityId: world.communityId, number });
  if (!voice) throw new Error(number);
  return { communityId: world.communityId, id: voice.id, number, speaker: holderOf(world.communityId, voice.id) };
}

describe('bringing in', () => {
  it('guesses the columns, and keeps what was chosen under its name for the next file', async () => {
    const world = await makeWorld();
    expect(guessColumns(header)).toMatchObject({
      number: 0,
      title: 1,
      words: 2,
      kind: 3,
      receivedAt: 4,
      dispatchedAt: 5,
      dueAt: 6,
      phone: 9,
      answer: 10,
    });
    expect(guessColumns(['SRRecordID', 'SRType', 'CreatedDate', 'DueDate', 'CloseDate'])).toEqual({
      number: 0,
      title: 1,
      receivedAt: 2,
      dueAt: 3,
      closedAt: 4,
    });
    await brought(world, leak);
    await importTickets(world.worker, world.communityId, asked(), await file(lamp), { now: morning });
    const mappings = await findMappings(world.communityId);
    expect(mappings).toMatchObject([{ name: 'Morning file', columns: guessColumns(header) }]);
    expect(mappingFor(header, mappings)?.name).toBe('Morning file');
    expect(mappingFor(header.toReversed(), mappings)).toBeNull();
  });

  it('makes each ticket a voice, counted from when the hotline heard it, with the hotline’s date beside ours', async () => {
    const world = await makeWorld();
    const tickets = await brought(world, leak, lamp);
    expect(tickets.map(({ number }) => number)).toEqual(['WO-1', 'WO-2']);
    const first = await findTicket(world.worker, { communityId: world.communityId, id: tickets[0]?.id ?? '' });
    expect(first).toMatchObject({
      words: '漏水\n三号楼楼道漏水',
      receivedAt: at('2026-11-26 16:20'),
      dispatchedAt: at('2026-11-27 08:30'),
      theirDueAt: new Date('2026-12-01T15:59:59.999Z'),
      dueAt: new Date('2026-12-03T15:59:59.999Z'),
      handBackUntil: new Date('2026-12-01T15:59:59.999Z'),
    });
    const voice = await voiceOf(world, tickets[0]?.voice ?? '');
    const row = await rowOf(voice);
    expect(row).toMatchObject({ channel: 'hotline_transfer', kind: 'help_request', stage: 'acknowledged', place_words: '三号楼' });
    const look = {
      communityId: world.communityId,
      table: 'reporters',
      ids: [row.reporter_id],
      fields: ['name', 'phone'],
      purpose: 'check',
    } as const;
    const contact = await database()
      .transaction()
      .execute((trx) => readPersonalData({ trx, now: morning }, world.worker, look));
    expect([...contact.values()]).toMatchObject([{ name: '王女士', phone: '13800001111' }]);
  });

  it('never makes two voices of one ticket: not from the same file again, not from two clerks at once, not within a file', async () => {
    const world = await makeWorld();
    const same = await file(leak, lamp);
    const all = await Promise.all(
      [world.worker, world.colleague, world.secretary].map((clerk) => importTickets(clerk, world.communityId, asked(), same)),
    );
    expect(all.map(({ added }) => added).toSorted((a, b) => a - b)).toEqual([0, 0, 2]);
    const again = await importTickets(
      world.worker,
      world.communityId,
      asked({ bad: 'leave_out' }),
      await file([' ＷＯ－1 ', ...leak.slice(1)], leak),
    );
    expect(again).toMatchObject({ added: 0, known: 1, problems: [{ line: 3, code: 'hotline.number-twice' }] });
    expect(await countTickets(world.worker, world.communityId)).toEqual({ unsigned: 2, open: 0, done: 0 });
  });

  it('says row by row what is wrong, and takes all or the good ones as the clerk chooses', async () => {
    const world = await makeWorld();
    const table = await file(leak, bad, lamp);
    const refused = await importTickets(world.worker, world.communityId, asked(), table).catch((error: unknown) => tableProblemsOf(error));
    expect(refused).toMatchObject([
      { line: 3, column: 'number', code: 'hotline.number-needed' },
      { line: 3, column: 'receivedAt', code: 'hotline.not-a-time' },
    ]);
    expect(await countTickets(world.worker, world.communityId)).toEqual({ unsigned: 0, open: 0, done: 0 });
    const taken = await importTickets(world.worker, world.communityId, asked({ bad: 'leave_out' }), table);
    expect(taken).toMatchObject({ added: 2, problems: [{ line: 3 }, { line: 3 }], remarks: [{ line: 4, code: 'hotline.phone-left-out' }] });
  });

  it('is the office’s, and needs to know which column is what', async () => {
    const world = await makeWorld();
    const table = await file(leak);
    await expect(importTickets(world.street, world.communityId, asked(), table)).rejects.toThrow('hotline.only-office');
    await expect(importTickets(world.worker, world.communityId, asked({ columns: { words: 2 } }), table)).rejects.toThrow(
      'hotline.column-needed',
    );
    await expect(importTickets(world.worker, world.communityId, asked({ columns: { number: 0, words: 0 } }), table)).rejects.toThrow(
      'hotline.columns-twice',
    );
    await expect(importTickets(world.worker, world.communityId, asked({ columns: { number: 0, words: 40 } }), table)).rejects.toThrow(
      'hotline.columns-twice',
    );
    await expect(findTickets(world.street, world.communityId, 'open')).rejects.toThrow('hotline.only-office');
  });

  it('V6: a ticket that complains about a worker is walled off from them in lists, pages, counts and files', async () => {
    const world = await makeWorld();
    const complaint = ['WO-9', '', `Worker ${world.worker.name} was rude`, '投诉', '2026-11-26', '', '', '', '', '', '', ''];
    await importTickets(world.secretary, world.communityId, asked(), await file(complaint, lamp), { now: morning });
    const [seen, hidden] = [
      await findTickets(world.secretary, world.communityId, 'unsigned'),
      await findTickets(world.worker, world.communityId, 'unsigned'),
    ];
    expect([seen.length, hidden.map(({ number }) => number)]).toEqual([2, ['WO-2']]);
    const walled = seen.find(({ number }) => number === 'WO-9')?.id ?? '';
    const ref = { communityId: world.communityId, id: walled };
    await expect(findTicket(world.worker, ref)).rejects.toThrow('access.not-found');
    await expect(signTickets(world.worker, world.communityId, { tickets: [walled] })).rejects.toThrow('access.not-found');
    await signTickets(world.secretary, world.communityId, { tickets: [walled] });
    expect(await countPending(world.worker, world.communityId)).toBe(0);
    const { exportId } = await exportTickets(world.secretary, world.communityId, { mapping: 'Morning file' });
    expect((await findExport(world.worker, world.communityId, exportId)).tickets).toEqual([]);
    expect(await findExports(world.worker, world.communityId)).toEqual([]);
    expect((await findExport(world.secretary, world.communityId, exportId)).tickets).toHaveLength(1);
  });
});

describe('the way back', () => {
  it('round trip: signed for, answered and handed back; each goes out once, in the hotline’s own columns, as CSV and workbook', async () => {
    const world = await makeWorld();
    const [first, second] = await brought(world, ['=1+1', ...leak.slice(1)], lamp);
    if (!first || !second) throw new Error('two tickets');
    await signTickets(world.worker, world.communityId, { tickets: [first.id, second.id] }, { now: at('2026-11-27 09:10') });
    await expect(signTickets(world.worker, world.communityId, { tickets: [first.id] })).rejects.toThrow('hotline.signed-already');
    const voice = await voiceOf(world, first.voice);
    const how = { now: at('2026-11-27 10:00') };
    await triageVoice(world.colleague, voice, sorted, how);
    await triageVoice(world.colleague, await voiceOf(world, second.voice), sorted, how);
    await handBackTicket(world.worker, second, { reason: 'other_power', evidence: 'List of duties, line 7' }, how);
    expect(await countPending(world.worker, world.communityId)).toBe(3);
    const { exportId, lines } = await exportTickets(world.worker, world.communityId, { mapping: 'Morning file' }, how);
    expect(lines).toBe(3);
    await expect(exportTickets(world.worker, world.communityId, { mapping: 'Morning file' })).rejects.toThrow('hotline.nothing-to-send');
    const table = exportTable(await findExport(world.worker, world.communityId, exportId), 'en');
    for (const read of [
      await readTable(writeCsv(table.header, table.rows), 'back.csv'),
      await readTable(await writeXlsx(table.header, table.rows), 'back.xlsx'),
    ]) {
      expect(read.header.slice(0, 12)).toEqual(header);
      const column = (title: string) => read.header.indexOf(title);
      const [one, two] = read.rows.map(({ cells }) => cells);
      // What a spreadsheet could take for a formula comes back as text.
      expect(one?.[0]).toBe("'=1+1");
      expect(one?.[column('Signed for')]).toBe('2026-11-27 09:10:00');
      expect(two?.[column('Handed back because')]).toBe('[Not within our powers] List of duties, line 7');
      expect(read.rows.some(({ cells }) => cells.join().includes('王女士') || cells.join().includes('13800001111'))).toBe(false);
    }
    // Our own file brought in again adds nothing.
    const returned = await readTable(
      writeCsv(
        table.header,
        table.rows.map((row) => row.map((cell, column) => (column === 2 ? 'x' : cell))),
      ),
      'back.csv',
    );
    expect(await importTickets(world.worker, world.communityId, asked(), returned, how)).toMatchObject({ added: 0, known: 2 });
    await bringOn(world, voice);
    const later = await exportTickets(world.worker, world.communityId, { mapping: 'Morning file' });
    const { tickets } = await findExport(world.worker, world.communityId, later.exportId);
    expect(tickets).toMatchObject([
      { number: '=1+1', ourNumber: first.voice, signedAt: null, answers: [{ words: 'The pipe is sealed.' }] },
    ]);
    const answered = exportTable(await findExport(world.worker, world.communityId, later.exportId), 'zh-CN');
    expect(answered.rows[0]?.[10]).toBe('The pipe is sealed.');
    expect(await findExports(world.worker, world.communityId)).toMatchObject([
      { receipts: 0, answers: 1, handBacks: 0 },
      { receipts: 2, answers: 0, handBacks: 1 },
    ]);
    expect((await findTicket(world.worker, first)).sent).toMatchObject([{ kind: 'receipt' }, { kind: 'answer' }]);
  });

  it('handed back, the voice stays open until the hotline has accepted; then it is referred out', async () => {
    const world = await makeWorld();
    const [ticket] = await brought(world, leak);
    if (!ticket) throw new Error('a ticket');
    const voice = await voiceOf(world, ticket.voice);
    const how = { now: at('2026-11-27 10:00') };
    const back = { reason: 'other_unit', evidence: 'Water company' } as const;
    await expect(handBackTicket(world.worker, ticket, back, how)).rejects.toThrow('voice.not-from-here-refer');
    await triageVoice(world.colleague, voice, sorted, how);
    await expect(decideHandBack(world.worker, ticket, { outcome: 'accepted', reference: 'x' }, how)).rejects.toThrow(
      'hotline.nothing-handed-back',
    );
    await expect(handBackTicket(world.worker, ticket, back, { now: at('2026-12-02 00:00') })).rejects.toThrow(
      'hotline.too-late-to-hand-back',
    );
    await handBackTicket(world.worker, ticket, back, how);
    await expect(handBackTicket(world.worker, ticket, back, how)).rejects.toThrow('hotline.handed-back-already');
    expect((await rowOf(voice)).stage).toBe('triaged');
    await decideHandBack(world.worker, ticket, { outcome: 'accepted', reference: 'Desk 3, 27 November' }, { now: at('2026-11-27 15:00') });
    expect((await rowOf(voice)).stage).toBe('referred_out');
    expect(await eventsOf(voice)).toContain('referral_confirmed');
    expect(await countTickets(world.worker, world.communityId)).toEqual({ unsigned: 0, open: 0, done: 1 });
  });

  it('refused, it stays for good: no second hand-back', async () => {
    const world = await makeWorld();
    const [ticket] = await brought(world, leak);
    if (!ticket) throw new Error('a ticket');
    const how = { now: at('2026-11-27 10:00') };
    const back = { reason: 'other_unit', evidence: 'Water company' } as const;
    await triageVoice(world.colleague, await voiceOf(world, ticket.voice), sorted, how);
    await handBackTicket(world.worker, ticket, back, how);
    await decideHandBack(world.secretary, ticket, { outcome: 'refused', reference: 'Desk 3' }, how);
    await expect(handBackTicket(world.worker, ticket, back, how)).rejects.toThrow('hotline.hand-back-refused');
    await expect(decideHandBack(world.secretary, ticket, { outcome: 'accepted', reference: 'x' }, how)).rejects.toThrow(
      'hotline.decided-already',
    );
  });

  it('late is strictly after the hotline’s date: by its own closing, otherwise by our first answer', async () => {
    const world = await makeWorld();
    const columns = { number: 0, words: 1, receivedAt: 2, dueAt: 3, closedAt: 4 };
    const rows = [
      ['A', 'x', '11/01/2026 08:00:00 AM', '11/03/2026 12:00:00 PM', '11/03/2026 12:00:00 PM'],
      ['B', 'x', '11/01/2026 08:00:00 AM', '11/03/2026 12:00:00 PM', '11/03/2026 12:00:01 PM'],
      ['C', 'x', '11/01/2026 08:00:00 AM', '11/03/2026 12:00:00 AM', ''],
    ];
    const table = await readTable(writeCsv(['n', 'w', 'r', 'd', 'c'], rows), 'a.csv');
    await importTickets(world.worker, world.communityId, { mapping: 'm', columns, bad: 'stop' }, table);
    expect((await findLateness(world.worker, world.communityId)).map(({ number, late }) => [number, late])).toEqual([
      ['A', false],
      ['B', true],
    ]);
    const third = (await findTickets(world.worker, world.communityId, 'unsigned')).find(({ number }) => number === 'C');
    const voice = await voiceOf(world, third?.voice ?? '');
    await triageVoice(world.colleague, voice, sorted);
    await bringOn(world, voice);
    expect((await findLateness(world.worker, world.communityId)).at(-1)).toMatchObject({ number: 'C', due: at('2026-11-03 00:00') });
  });
});

/** From sorted to answered. */
async function bringOn(world: World, voice: Awaited<ReturnType<typeof voiceOf>>): Promise<void> {
  await assignVoice(world.colleague, voice, { ownerId: world.worker.personId ?? '' });
  await acceptVoice(world.worker, voice, {});
  await answerVoice(world.worker, voice, { words: 'The pipe is sealed.' });
}
