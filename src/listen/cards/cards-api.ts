import { z } from 'zod';
import { communityOf, endpoint } from '#community/programs/index.ts';
import { m } from '#words';
import { moveCard, moveCardInput } from './move-card.ts';

// Contact cards for programs: noting at the door what became of one.

export const cardsApi = [
  endpoint({
    id: moveCard.name,
    method: 'post',
    path: '/communities/{slug}/contact-cards/{contactCard}/step',
    tag: m.card_nav,
    summary: m.card_api_step,
    key: { scope: 'voices:write' },
    body: moveCardInput,
    answer: z.strictObject({ cardId: z.uuid() }),
    run: async ({ viewer, params, body, how }) => {
      const { id: communityId } = await communityOf(params);
      return moveCard(viewer, { communityId, id: params['contactCard'] ?? '' }, body, how);
    },
  }),
];
