import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Viewer } from '#community/people/index.ts';
import { formatNumber, type Voice } from './voice.ts';
import { visibleTo } from './voice-access.ts';

/**
 * With which voices this one shares its matter: staff see the numbers they may reach, the speaker of a merged voice the
 * number of the one that leads, so that nobody is left asking where it went.
 */
export async function mergesOf(db: Kysely<DB>, viewer: Viewer, voice: Voice): Promise<{ mergedInto: string | null; merged: string[] }> {
  if (!voice.caseId) return { mergedInto: null, merged: [] };
  const rows = await db
    .selectFrom('voices')
    .innerJoin('cases', (join) => join.onRef('cases.community_id', '=', 'voices.community_id').onRef('cases.id', '=', 'voices.case_id'))
    .select(['voices.id', 'voices.year', 'voices.serial', 'voices.stage', 'cases.lead_voice_id'])
    .where('voices.community_id', '=', voice.communityId)
    .where('voices.case_id', '=', voice.caseId)
    .where('voices.id', '<>', voice.id)
    .where((eb) =>
      eb.or([
        visibleTo(viewer, voice.communityId)(eb),
        eb.and([eb('cases.lead_voice_id', '=', eb.ref('voices.id')), eb('voices.sealed', '=', 'none')]),
      ]),
    )
    .orderBy('voices.year')
    .orderBy('voices.serial')
    .execute();
  const lead = rows.find((row) => row.id === row.lead_voice_id);
  return {
    mergedInto: voice.stage === 'merged' && lead ? formatNumber(lead.year, lead.serial) : null,
    merged: voice.stage === 'merged' ? [] : rows.filter((row) => row.stage === 'merged').map((row) => formatNumber(row.year, row.serial)),
  };
}
