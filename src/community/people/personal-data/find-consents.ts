import { numberOf } from '#foundation/text/yearly-number.ts';
import { database } from '#foundation/server/database.ts';
import { isId } from '#foundation/ids.ts';
import type { Viewer } from '../viewer.ts';
import type { ConsentWay, Purpose } from './consents.ts';

/** One consent of somebody's: to what, how and when given and taken back. `number`: of the voice it is about. */
export type Consent = {
  id: string;
  purpose: Purpose;
  number: string | null;
  version: number;
  givenAt: Date;
  givenWay: ConsentWay;
  givenNotedBy: string | null;
  withdrawnAt: Date | null;
  withdrawnWay: ConsentWay | null;
};

/** All consents of whoever asks, newest first: of a signed-in person those of their voices too. Empty for anybody else. */
export async function findConsents(viewer: Viewer, communityId: number): Promise<Consent[]> {
  const { personId, holds } = viewer;
  const voiceId = holds?.communityId === communityId && isId(holds.voiceId) ? holds.voiceId : null;
  if (!personId && !voiceId) return [];
  const rows = await database()
    .selectFrom('consents')
    .leftJoin('voices', (join) =>
      join.onRef('voices.community_id', '=', 'consents.community_id').onRef('voices.id', '=', 'consents.voice_id'),
    )
    .leftJoin('reporters', (join) =>
      join.onRef('reporters.community_id', '=', 'voices.community_id').onRef('reporters.id', '=', 'voices.reporter_id'),
    )
    .leftJoin('people as clerk', 'clerk.id', 'consents.given_noted_by')
    .select([
      'consents.id',
      'consents.purpose',
      'voices.year',
      'voices.serial',
      'text_version as version',
      'given_at as givenAt',
      'given_way as givenWay',
      'clerk.name as givenNotedBy',
      'withdrawn_at as withdrawnAt',
      'withdrawn_way as withdrawnWay',
    ])
    .$narrowType<Pick<Consent, 'purpose' | 'givenWay' | 'withdrawnWay'>>()
    .where('consents.community_id', '=', communityId)
    .where((eb) =>
      personId
        ? eb.or([eb('consents.person_id', '=', personId), eb('reporters.person_id', '=', personId)])
        : eb('consents.voice_id', '=', voiceId),
    )
    .orderBy('given_at', 'desc')
    .limit(200)
    .execute();
  return rows.map(({ year, serial, ...row }) => ({ ...row, number: numberOf(year, serial) }));
}
