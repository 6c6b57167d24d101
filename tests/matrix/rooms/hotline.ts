import { guessColumns, handBackTicket, importTickets, signTickets, exportTickets } from '#listen/hotline/index.ts';
import { triageVoice, triageVoiceInput } from '#listen/voices/index.ts';
import { database } from '#foundation/server/database.ts';
import type { World } from '../../world.ts';
import type { Room } from '../rooms.ts';
import type { Cell } from '../visit.ts';

// The hotline's tickets: each a voice of everyday matters that the secretary brought in.

const header = ['Ticket number', 'Description', 'Due'];
const columns = guessColumns(header);
const sorted = triageVoiceInput.parse({ kind: 'help_request', category: 'water', matterScope: 'private' });
let made = 0;

async function bringOne({ secretary, communityId }: World): Promise<string> {
  const number = `M-${(made += 1)}`;
  const table = { header, rows: [{ line: 2, cells: [number, 'A tap drips', '2098-03-03'] }] };
  await importTickets(secretary, communityId, { mapping: 'Matrix', columns, bad: 'stop' }, table);
  const { id, voice_id: voiceId } = await database()
    .selectFrom('hotline_tickets')
    .select(['id', 'voice_id'])
    .where('community_id', '=', communityId)
    .where('ticket_number', '=', number)
    .executeTakeFirstOrThrow();
  await triageVoice(secretary, { communityId, id: voiceId }, sorted);
  return id;
}

async function plantTicket({ ground, about, door }: Cell): Promise<string> {
  const { world } = about === 'own' ? ground.here : ground.elsewhere;
  const id = await bringOne(world);
  const back = { reason: 'other_unit', evidence: 'Water company' } as const;
  if (/decide|decision/.test(door)) await handBackTicket(world.secretary, { communityId: world.communityId, id }, back);
  return id;
}

let turn: Promise<unknown> = Promise.resolve();

/** One after the other: an export takes along everything that waits. */
function plantExport(cell: Cell): Promise<string> {
  const mine = turn.then(() => exportOne(cell));
  turn = mine.catch(() => undefined);
  return mine;
}

async function exportOne({ ground, about }: Cell): Promise<string> {
  const { world } = about === 'own' ? ground.here : ground.elsewhere;
  await waitToBeSent(world);
  return (await exportTickets(world.secretary, world.communityId, { mapping: 'Matrix' })).exportId;
}

async function waitToBeSent(world: World): Promise<string> {
  const id = await bringOne(world);
  await signTickets(world.secretary, world.communityId, { tickets: [id] });
  return id;
}

// Of two who export at once the second finds nothing left; so that all meet the same, nobody names columns that are there.
const noMapping = () => ({ mapping: 'Nowhere' });
const abouts = ['own', 'elsewhere', 'foreign', 'guessed'] as const;
const row = () => ({ line: 2, cells: [`P-${(made += 1)}`, 'A tap drips', ''] });
const handBack = () => ({ reason: 'other_unit', evidence: 'Water company' });
const decision = () => ({ outcome: 'refused', reference: 'Desk 3' });

export const room: Room = {
  things: { ticket: { abouts, plant: plantTicket }, export: { abouts, plant: plantExport } },
  posts: {
    'POST /staff/c/[community]/hotline?/sign': async ({ ground }) => ({ ticket: await bringOne(ground.here.world) }),
    'POST /staff/c/[community]/hotline?/export': noMapping,
    'POST /staff/c/[community]/hotline/import?/look': () => ({ table: JSON.stringify({ header, rows: [row()] }) }),
    'POST /staff/c/[community]/hotline/import?/import': () => ({
      table: JSON.stringify({ header, rows: [row()] }),
      mapping: 'Matrix',
      bad: 'stop',
      'column-number': '0',
      'column-words': '1',
    }),
    'POST /staff/c/[community]/hotline/[ticket]?/sign': () => ({}),
    'POST /staff/c/[community]/hotline/[ticket]?/handBack': handBack,
    'POST /staff/c/[community]/hotline/[ticket]?/decide': decision,
  },
  bodies: {
    'API post /communities/{slug}/hotline/imports': () => ({ header, rows: [row()], mapping: 'Matrix', columns }),
    'API post /communities/{slug}/hotline/receipts': async ({ ground }) => ({ tickets: [await bringOne(ground.here.world)] }),
    'API post /communities/{slug}/hotline/exports': noMapping,
    'API post /communities/{slug}/hotline/tickets/{ticket}/hand-back': handBack,
    'API post /communities/{slug}/hotline/tickets/{ticket}/hand-back-decision': decision,
  },
};
