import { shanghaiDay } from '#foundation/calendar/index.ts';
import { Missing } from '#foundation/refusal.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import { formatNumber } from '#foundation/text/yearly-number.ts';
import type { Viewer } from '#community/people/index.ts';
import { affectedNeeded, standingOf, type Commitment, type SaidAs, type Standing, type Verdict, type VerdictWay } from './commitment.ts';
import { findHistory, type HistoryItem } from './find-history.ts';
import { findPart, type Part } from './find-part.ts';
import { loadCommitment, type CommitmentRef } from './load-commitment.ts';
import { seesDrafts } from './commitment-access.ts';

/** What residents said of the newest round. `words`: only for those who answer for it and who oversee it. */
export type SpokenVerdict = { saidAs: SaidAs; verdict: Verdict; way: VerdictWay; words: string | null; at: Date };

/** One promise with all that belongs to it, for a resident's page and for the desk. */
export type CommitmentPage = {
  commitment: Commitment;
  /** the wording that holds now; `commitment.text` is the first one */
  wording: string;
  standing: Standing | null;
  body: { name: string; nameEn: string | null } | null;
  owner: string | null;
  /** where it comes from, as far as everybody may follow it there */
  from: { resolution: string | null; voice: string | null };
  history: HistoryItem[];
  verdicts: SpokenVerdict[];
  /** of those affected, how many more have to say the same */
  missing: number;
  explained: boolean;
  follows: boolean;
  part: Part;
};

/** Throws Missing. */
export async function findCommitment(viewer: Viewer, ref: CommitmentRef): Promise<CommitmentPage> {
  const db = database();
  const one = await loadCommitment(db, viewer, ref);
  if (!one) throw new Missing();
  const part = await findPart(db, viewer, one);
  const [history, verdicts, around, today] = [
    await findHistory(one),
    await findVerdicts(one, part.answers || seesDrafts(viewer, one.communityId)),
    await findAround(viewer, one),
    shanghaiDay(await databaseTime()),
  ];
  const most = Math.max(0, ...['kept', 'partly_kept', 'not_kept'].map((verdict) => affected(verdicts, verdict)));
  return {
    commitment: one,
    wording: history.findLast(({ text }) => text !== null)?.text ?? one.text,
    standing: standingOf(one, today),
    history,
    verdicts,
    missing: affectedNeeded - most,
    explained: history.some(({ what }) => what === 'explanation'),
    part,
    ...around,
  };
}

function affected(said: SpokenVerdict[], verdict: string): number {
  return said.filter((one) => one.saidAs === 'affected' && one.verdict === verdict).length;
}

async function findVerdicts(one: Commitment, withWords: boolean): Promise<SpokenVerdict[]> {
  const rows = await database()
    .selectFrom('commitment_verdicts')
    .select(['said_as as saidAs', 'verdict', 'way', 'words', 'said_at as at'])
    .$narrowType<Pick<SpokenVerdict, 'saidAs' | 'verdict' | 'way'>>()
    .where('community_id', '=', one.communityId)
    .where('commitment_id', '=', one.id)
    .where('round', '=', one.round)
    .orderBy('said_at')
    .execute();
  return rows.map((row) => ({ ...row, words: withWords ? row.words : null }));
}

/** The number of the voice is public only where the voice is. */
async function findAround(viewer: Viewer, one: Commitment) {
  const db = database();
  const row = await db
    .selectFrom('commitments')
    .leftJoin('organizations', (join) =>
      join
        .onRef('organizations.community_id', '=', 'commitments.community_id')
        .onRef('organizations.id', '=', 'commitments.organization_id'),
    )
    .leftJoin('people', 'people.id', 'commitments.owner_id')
    .leftJoin('resolutions', (join) =>
      join.onRef('resolutions.community_id', '=', 'commitments.community_id').onRef('resolutions.id', '=', 'commitments.resolution_id'),
    )
    .leftJoin('voices', (join) =>
      join.onRef('voices.community_id', '=', 'commitments.community_id').onRef('voices.id', '=', 'commitments.voice_id'),
    )
    .leftJoin('voice_publications', (join) =>
      join
        .onRef('voice_publications.community_id', '=', 'commitments.community_id')
        .onRef('voice_publications.voice_id', '=', 'commitments.voice_id')
        .on('voice_publications.taken_down_at', 'is', null),
    )
    .leftJoin('commitment_followers as mine', (join) =>
      join
        .onRef('mine.community_id', '=', 'commitments.community_id')
        .onRef('mine.commitment_id', '=', 'commitments.id')
        .on('mine.person_id', '=', viewer.personId)
        .on('mine.ended_at', 'is', null),
    )
    .select(['organizations.name', 'organizations.name_en as nameEn', 'people.name as owner', 'mine.id as follows'])
    .select(['resolutions.year', 'resolutions.serial', 'voices.year as voiceYear', 'voices.serial as voiceSerial'])
    .select('voice_publications.id as published')
    .where('commitments.community_id', '=', one.communityId)
    .where('commitments.id', '=', one.id)
    .executeTakeFirst();
  const reads = row?.published ?? (seesDrafts(viewer, one.communityId) ? one.voiceId : null);
  return {
    body: row?.name ? { name: row.name, nameEn: row.nameEn } : null,
    owner: row?.owner || null,
    follows: Boolean(row?.follows),
    from: {
      resolution: row?.year && row.serial ? `${row.year}-${row.serial}` : null,
      voice: reads && row?.voiceYear && row.voiceSerial ? formatNumber(row.voiceYear, row.voiceSerial) : null,
    },
  };
}
