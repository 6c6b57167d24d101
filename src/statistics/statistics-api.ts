import { z } from 'zod';
import { communityOf, endpoint } from '#community/programs/index.ts';
import { shiftDay, startOfShanghaiDay } from '#foundation/calendar/index.ts';
import { channels, countVoices } from '#listen/voices/index.ts';
import { m } from '#words';
import { demand, seesBoard } from './access.ts';

const sum = {
  received: z.int(),
  open: z.int(),
  confirmed: z.int(),
  documented: z.int(),
  merged: z.int(),
  referred: z.int(),
  withdrawn: z.int(),
};
const aDay = z.iso.date('input.not-a-day').optional();

export const statisticsRecord = z
  .strictObject({ ...sum, byChannel: z.array(z.strictObject({ channel: z.enum(channels), ...sum })) })
  .meta({ id: 'Statistics' });

export const statisticsApi = [
  endpoint({
    id: 'showStatistics',
    method: 'get',
    path: '/communities/{slug}/statistics',
    tag: m.api_tag_statistics,
    summary: m.api_show_statistics,
    key: { scope: 'statistics:read' },
    query: z.object({ from: aDay, to: aDay }),
    answer: statisticsRecord,
    run: async ({ viewer, params, query: { from, to } }) => {
      const { id } = await communityOf(params);
      demand(seesBoard(viewer, id), viewer);
      const span = { ...(from && { from: startOfShanghaiDay(from) }), ...(to && { to: startOfShanghaiDay(shiftDay(to, 1)) }) };
      const { all, byChannel } = await countVoices(viewer, id, span);
      return { ...all, byChannel: [...byChannel].map(([channel, counts]) => ({ channel, ...counts })) };
    },
  }),
];
