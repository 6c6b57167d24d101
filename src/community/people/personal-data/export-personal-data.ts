import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { requireStepUp, type Session } from '../sessions/session.ts';
import { actingRole, actorKey, type Viewer } from '../viewer.ts';

export const exportPurposes = ['request_of_the_person', 'authority', 'audit', 'hand_over'] as const;
export const exportPurposeInput = z.object({ purpose: z.enum(exportPurposes, 'input.choose') });
export type ExportPurpose = z.infer<typeof exportPurposeInput>;

/** What leaves the house: which export, whose data, which of their fields. A subject is a reporter or a person. */
export type Leaving = {
  what: string;
  communityId: number;
  subjects: readonly { id: string; voiceId?: string }[];
  fields: readonly string[];
};

/**
 * The one way in which anything with personal data leaves the house in the hands of staff: a fresh proof of who it is, a
 * purpose out of a list, and a line for every person concerned before the first of it is read. Exports of mere figures
 * don't need it. Throws Forbidden (`step-up.needed`), and whatever `read` throws.
 */
export async function exportPersonalData<T>(
  viewer: Viewer,
  session: Session | null,
  leaving: Leaving,
  input: ExportPurpose,
  read: () => Promise<T>,
  how?: How,
): Promise<T> {
  requireStepUp(session, how?.now ?? new Date());
  if (viewer.kind !== 'staff' || !viewer.personId) throw new Forbidden('sign-in.needed');
  // Without the key of the intent: whoever takes a second copy has looked a second time.
  await perform({ actor: actorKey(viewer), verb: 'data.export', input: null }, { ...how, key: undefined }, async (act) => {
    await recordLeaving(act, viewer, leaving, input);
    return null;
  });
  return read();
}

async function recordLeaving(act: Act, viewer: Viewer, leaving: Leaving, { purpose }: ExportPurpose): Promise<void> {
  const { communityId, subjects, fields, what } = leaving;
  await recordSecurityEvent(act, {
    name: 'data.exported',
    actorId: viewer.personId,
    communityId,
    data: { what, purpose, persons: subjects.length },
  });
  if (subjects.length === 0) return;
  await act.trx
    .insertInto('access_records')
    .values(
      subjects.map(({ id, voiceId }) => ({
        community_id: communityId,
        id: newId(act.now),
        at: act.now,
        reader_id: viewer.personId,
        reader_role: actingRole(viewer, communityId),
        subject_id: id,
        fields: [...fields],
        purpose: `export_${purpose}`,
        voice_id: voiceId ?? null,
      })),
    )
    .execute();
}
