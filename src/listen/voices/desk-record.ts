import { z } from 'zod';
import type { VoiceDesk } from './find-voice-desk.ts';
import { matterScopes, urgencies } from './voice.ts';

/** What those who work on a voice read beside its story, without how to reach the one who spoke. */
export const deskRecord = z
  .strictObject({
    sealed: z.enum(['none', 'named', 'street']),
    level: z.enum(['community', 'street']),
    urgency: z.enum(urgencies),
    matterScope: z.enum(matterScopes).nullable(),
    title: z.string().nullable(),
    ownerId: z.uuid().nullable(),
    firstReceiver: z.string(),
    enteredBy: z.string().nullable(),
    accused: z.array(z.strictObject({ personId: z.uuid().nullable(), name: z.string().nullable(), description: z.string().nullable() })),
    notes: z.array(z.strictObject({ words: z.string(), by: z.string().nullable(), at: z.iso.datetime() })),
    candidates: z.array(
      z.strictObject({ personId: z.uuid(), name: z.string(), roles: z.array(z.string()), whyNot: z.string().nullable() }),
    ),
    withdrawal: z.strictObject({ underPressure: z.boolean(), words: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'Desk' });

export function presentDesk(desk: VoiceDesk): z.input<typeof deskRecord> {
  return {
    sealed: desk.sealed,
    level: desk.level,
    urgency: desk.urgency,
    matterScope: desk.matterScope,
    title: desk.title,
    ownerId: desk.ownerId,
    firstReceiver: desk.firstReceiver,
    enteredBy: desk.enteredBy,
    withdrawal: desk.withdrawal && { underPressure: desk.withdrawal.underPressure, words: desk.withdrawal.words },
    accused: desk.accused.map(({ personId, name, description }) => ({ personId, name, description })),
    notes: desk.notes.map(({ words, by, at }) => ({ words, by, at: at.toISOString() })),
    candidates: desk.candidates.map(({ personId, name, roles, whyNot }) => ({ personId, name, roles, whyNot })),
  };
}
