import { createHash } from 'node:crypto';
import { ask } from './ask.ts';
import { readDiary, type Entry } from './diary.ts';
import { judgeLedger, type Watcher } from './judge-ledger.ts';
import { query, type People } from './people.ts';
import { eachOf } from './settle.ts';

// The verdict: what was promised, what was refused and what was unknown, against the database, the API and the ledger.

export type Verdict = {
  /** Requests in the diary, of them acknowledged, refused, and unknown at first. */
  requests: number;
  acknowledged: number;
  refused: number;
  unknown: number;
  /** Promised and not there. */
  lost: number;
  /** There more than once. */
  twice: number;
  readBack: number;
  leaves: number | null;
  /** One line per breach, named after the invariant (I1 …). Empty when every promise was kept. */
  breaches: string[];
};
type Found = { words: string; number: string; times: number };
type Town = { origin: string; databaseUrl: string; people: People };

/** Call after `settleUnknown`. `most`: so many voices are read back one by one through the API. */
export async function judge(file: string, town: Town, most = 1500, watcher?: Watcher | null): Promise<Verdict> {
  const entries = readDiary(file);
  const voices = await voicesIn(town);
  const verdict: Verdict = {
    requests: entries.length,
    acknowledged: entries.filter(({ outcome }) => outcome.came === 'ack').length,
    refused: entries.filter(({ outcome }) => outcome.came === 'refused').length,
    unknown: entries.filter(({ first }) => first === 'unknown').length,
    lost: 0,
    twice: 0,
    readBack: 0,
    leaves: null,
    breaches: [],
  };
  judgeIntents(entries, verdict);
  judgeVoices(entries, voices, verdict);
  await judgeDeeds(entries, town, verdict);
  await judgeNumbers(town, verdict);
  await judgeLooks(entries, town, verdict);
  await readBack(entries, town, most, verdict);
  verdict.leaves = await judgeLedger(entries, town, verdict.breaches, watcher);
  return verdict;
}

/** The diary itself is whole: nothing was sent that isn't the intent it says. */
function judgeIntents(entries: Entry[], { breaches }: Verdict): void {
  for (const { intent } of entries) {
    if (createHash('sha256').update(intent.asked.body).digest('base64') !== intent.hash) breaches.push(`diary: ${intent.id} was altered`);
  }
}

/** I1, I2, I3, I4: every voice that was promised is there once, with the words that were sent; a refused one is not there. */
function judgeVoices(entries: Entry[], voices: Map<string, Found>, verdict: Verdict): void {
  for (const { intent, outcome, first } of entries) {
    if (intent.wanted.what !== 'voice') continue;
    const found = voices.get(intent.wanted.words);
    const asked = `${intent.wanted.by} ${outcome.number ?? ''} (first ${first}, status ${outcome.status})`;
    if (outcome.came === 'refused' && found) verdict.breaches.push(`I2: refused but there: ${asked}`);
    if (outcome.came !== 'ack') continue;
    if (!found) {
      verdict.lost++;
      verdict.breaches.push(`I1: lost: ${asked}`);
    } else if (found.times > 1) {
      verdict.twice++;
      verdict.breaches.push(`${first === 'unknown' ? 'I3' : 'I1'}: ${found.times} times: ${asked}`);
    } else if (found.number !== outcome.number) verdict.breaches.push(`I1: promised as ${outcome.number}, there as ${found.number}`);
  }
}

/** I1–I3 for what is done to a voice: its history shows each promised step as often as it was promised. */
async function judgeDeeds(entries: Entry[], town: Town, verdict: Verdict): Promise<void> {
  const promised = new Map<string, number>();
  for (const { intent, outcome } of entries) {
    if (intent.wanted.what !== 'deed') continue;
    const step = `${intent.wanted.about} ${intent.wanted.event}`;
    promised.set(step, (promised.get(step) ?? 0) + (outcome.came === 'ack' ? 1 : 0));
  }
  const { rows } = await query<{ number: string; event: string; times: number }>(
    town.databaseUrl,
    `select v.year || '-' || lpad(v.serial::text, 6, '0') as number, replace(e.name, 'voice.', '') as event, count(*)::int as times
      from events e join voices v on v.community_id = e.community_id and v.id = e.subject_id
      where e.community_id = $1 and e.name like 'voice.%' group by 1, 2`,
    [town.people.communityId],
  );
  const there = new Map(rows.map((row) => [`${row.number} ${row.event}`, row.times]));
  for (const [step, times] of promised) {
    const found = there.get(step) ?? 0;
    if (found < times) verdict.lost++;
    if (found > times) verdict.twice++;
    if (found !== times) verdict.breaches.push(`I1: step ${step} promised ${times} times, there ${found} times`);
  }
}

/** I5: numbers without a gap, and the counter stands at the last of them. */
async function judgeNumbers({ databaseUrl }: Town, { breaches }: Verdict): Promise<void> {
  const { rows } = await query<{ place: string; first: number; last: number; many: number; counter: number | null }>(
    databaseUrl,
    `select v.community_id || ' in ' || v.year as place, min(serial)::int as first, max(serial)::int as last,
        count(distinct serial)::int as many, max(c.last_serial)::int as counter
      from voices v left join voice_counters c on c.community_id = v.community_id and c.year = v.year group by v.community_id, v.year`,
  );
  for (const { place, first, last, many, counter } of rows) {
    if (first !== 1 || last !== many || counter !== last) {
      breaches.push(`I5: community ${place}: numbers ${first} to ${last}, ${many} voices, counter at ${counter}`);
    }
  }
}

/** I9: whoever was shown how to reach somebody left a record of it. */
async function judgeLooks(entries: Entry[], { databaseUrl, people }: Town, { breaches }: Verdict): Promise<void> {
  const looked = entries.filter(({ intent, outcome }) => intent.wanted.what === 'contact' && outcome.came === 'ack');
  const { rows } = await query<{ number: string }>(
    databaseUrl,
    `select distinct v.year || '-' || lpad(v.serial::text, 6, '0') as number from access_records r
      join voices v on v.community_id = r.community_id and v.reporter_id = r.subject_id where r.community_id = $1`,
    [people.communityId],
  );
  const recorded = new Set(rows.map(({ number }) => number));
  for (const { intent } of looked) {
    if (intent.wanted.what !== 'voice' && !recorded.has(intent.wanted.about))
      breaches.push(`I9: ${intent.wanted.about} was looked at, unrecorded`);
  }
}

/** I1 and I4 once more, as a program sees it: the words come back to the byte. */
async function readBack(entries: Entry[], { origin, people }: Town, most: number, verdict: Verdict): Promise<void> {
  const acknowledged = entries.filter(({ intent, outcome }) => intent.wanted.what === 'voice' && outcome.came === 'ack');
  const some = acknowledged.toSorted((a, b) => a.intent.id.localeCompare(b.intent.id)).slice(0, most);
  const headers = { authorization: `Bearer ${people.worker.token}` };
  await eachOf(some, 8, async ({ intent, outcome }) => {
    const heard = await ask(origin, {
      method: 'GET',
      path: `/api/v1/communities/${people.slug}/voices/${outcome.number}`,
      headers,
      body: '',
    });
    const words = intent.wanted.what === 'voice' ? intent.wanted.words : '';
    verdict.readBack++;
    if (heard?.status !== 200 || wordsIn(heard.text) !== words)
      verdict.breaches.push(`I4: ${outcome.number} reads otherwise (${heard?.status})`);
  });
}

function wordsIn(text: string): unknown {
  const record: { words?: unknown } = JSON.parse(text);
  return record.words;
}

async function voicesIn({ databaseUrl, people }: Town): Promise<Map<string, Found>> {
  const { rows } = await query<Found>(
    databaseUrl,
    `select words, min(year || '-' || lpad(serial::text, 6, '0')) as number, count(*)::int as times from voices where community_id = $1 group by words`,
    [people.communityId],
  );
  return new Map(rows.map((row) => [row.words, row]));
}
