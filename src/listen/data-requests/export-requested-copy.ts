import { refuseIf } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { exportPersonalData, nobody, type ExportPurpose, type Viewer } from '#community/people/index.ts';
import type { Session } from '#community/people/index.ts';
import { findOwnData, type OwnData } from './find-own-data.ts';
import { reachRequest, type RequestRef } from './load-request.ts';
import { whyNotDecide } from './why-not-request.ts';

/**
 * The copy that somebody asked for on paper, by telephone or at the desk, printed by the office for them. Throws what
 * `exportPersonalData` throws, Missing behind the wall, Refused for one's own.
 */
export async function exportRequestedCopy(
  viewer: Viewer,
  session: Session | null,
  ref: RequestRef,
  input: ExportPurpose,
): Promise<OwnData> {
  const request = await database()
    .transaction()
    .execute((trx) => reachRequest(trx, viewer, ref));
  refuseIf(whyNotDecide(request, viewer));
  const { communityId, voiceId, personId } = request;
  const subjects = await subjectsOf(communityId, voiceId, personId);
  const leaving = { what: 'requested_copy', communityId, subjects, fields: ['name', 'phone', 'email', 'words'] };
  const asker: Viewer = voiceId
    ? { ...nobody, kind: 'holder', holds: { communityId, voiceId } }
    : { ...nobody, kind: 'resident', personId };
  return exportPersonalData(viewer, session, leaving, input, () => findOwnData(asker, communityId));
}

async function subjectsOf(communityId: number, voiceId: string | null, personId: string | null) {
  const rows = await database()
    .selectFrom('voices')
    .innerJoin('reporters', (join) =>
      join.onRef('reporters.community_id', '=', 'voices.community_id').onRef('reporters.id', '=', 'voices.reporter_id'),
    )
    .select(['reporters.id', 'voices.id as voiceId'])
    .where('voices.community_id', '=', communityId)
    .where((eb) => (voiceId ? eb('voices.id', '=', voiceId) : eb('reporters.person_id', '=', personId)))
    .execute();
  return personId ? [{ id: personId }, ...rows] : rows;
}
