import { z } from 'zod';
import { phone } from '#community/people/index.ts';
import { kinds, words } from '#listen/voices/index.ts';
import { contactWays, presences, purposes, readBackWays, results, rhythms } from './visit.ts';

const id = z.uuid('input.not-found');

/** Something the household asked to be passed on; it becomes a voice. */
const asked = z.strictObject({ words: words(2000), kind: z.enum(kinds, 'input.choose').default('help_request') });

/**
 * What is written down of a visit. `visitId`: the planned one's, or one made on the device, so that a record can't be
 * there twice. `at`: when it was. `moreAsked`: something asked is still to be written. `name`, `phone`: for the answer,
 * if the household wishes; they go with the voice. `oneAccepted`: two were wished, and today one was welcome (H3).
 * `another`: a colleague wrote a record of the same day, and this was a visit of its own.
 */
export const recordVisitInput = z
  .object({
    visitId: id,
    householdId: id,
    at: z.iso.datetime({ offset: true, error: 'input.not-a-day' }).transform((time) => new Date(time)),
    result: z.enum(results, 'input.choose'),
    officerId: id.optional(),
    companionId: id.optional(),
    oneAccepted: z.boolean().default(false),
    purpose: z.enum(purposes, 'input.choose').default('rhythm'),
    present: z.array(z.enum(presences, 'input.choose')).max(6, 'input.too-many').default([]),
    asked: z.array(asked).max(5, 'input.too-many').default([]),
    moreAsked: z.boolean().default(false),
    anonymous: z.boolean().default(false),
    name: words(60).optional(),
    phone: phone.optional(),
    nextStep: words(300).optional(),
    contact: z.enum(contactWays, 'input.choose').optional(),
    wish: z.enum(rhythms, 'input.choose').optional(),
    readBack: z.enum(readBackWays, 'input.choose').optional(),
    another: z.boolean().default(false),
  })
  .superRefine((input, context) => {
    const said = input.asked.length > 0 || input.moreAsked || input.nextStep || input.contact || input.readBack || input.present.length > 0;
    if (input.result !== 'done' && said) context.addIssue({ code: 'custom', path: ['result'], message: 'visit.nothing-said' });
  });
export type RecordVisit = z.infer<typeof recordVisitInput>;
