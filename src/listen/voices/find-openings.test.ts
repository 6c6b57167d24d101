import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aVoice, bring, speak } from '#tests/voices.ts';
import { newBirth } from '#tests/ledger/scratch-log.ts';
import { holderOf, makePerson, makeWorld } from '#tests/world.ts';
import { commitmentBytes } from '#foundation/commitments/index.ts';
import { destroySubjectKey } from '#foundation/personal/index.ts';
import { database } from '#foundation/server/database.ts';
import { findProof, goOn } from '#ledger/index.ts';
import { Forbidden, Missing } from '#foundation/refusal.ts';
import { nobody } from '#community/people/index.ts';
import { addToVoice } from './add-to-voice.ts';
import { answerVoice } from './answer-voice.ts';
import { closeDocumented } from './close-documented.ts';
import { confirmVoice } from './confirm-voice.ts';
import { extendVoice } from './extend-voice.ts';
import { findOpenings } from './find-openings.ts';
import { followUpVoice } from './follow-up-voice.ts';
import { mergeVoice } from './merge-voice.ts';
import { noteOnVoice } from './note-on-voice.ts';
import { publishVoice } from './publish-voice.ts';
import { reopenVoice } from './reopen-voice.ts';
import { submitVoice, submitVoiceInput } from './submit-voice.ts';
import { triageVoice } from './triage-voice.ts';
import { withdrawVoice } from './withdraw-voice.ts';

useDatabase();
const birth = newBirth();
type Line = { t: string; c: string; n: string; d: string; h: string };

async function linesOf(communityId: number): Promise<Line[]> {
  await goOn(database(), birth);
  const rows = await database().selectFrom('ledger_leaves').select('entry').orderBy('log_id').orderBy('index').execute();
  return rows.map((row): Line => JSON.parse(row.entry.toString())).filter((line) => line.c === String(communityId));
}

describe('what the ledger says of a voice', () => {
  it('every step of the speaker can be opened, and opens to exactly what the ledger committed to', async () => {
    const world = await makeWorld();
    const photo = { jpeg: Buffer.from('x'), thumbnail: Buffer.from('y'), width: 1, height: 1, sha256: 'ab'.repeat(32) };
    const input = submitVoiceInput.parse({
      words: '漏水 "again" \u2028 👵🏽',
      placeWords: '3 号楼',
      point: { latitude: 39.9042, longitude: 116.4074 },
      mayPublish: true,
    });
    const { voiceId: id, number } = await submitVoice(nobody, world.communityId, input, [photo]);
    const voice = { communityId: world.communityId, id, number, speaker: holderOf(world.communityId, id) };
    await addToVoice(voice.speaker, voice, { words: 'It drips' });
    await bring(world, voice, 'in_progress');
    await noteOnVoice(world.worker, voice, { words: 'between us' });
    await extendVoice(world.secretary, voice, { days: 2, reason: 'Spare part' });
    await answerVoice(world.worker, voice, { words: 'The pipe is sealed.' });
    await reopenVoice(voice.speaker, voice, { reason: 'still wet' });
    const openings = await findOpenings(voice.speaker, voice);
    await goOn(database(), birth);
    expect(openings.map(({ event }) => event)).toEqual([
      'received',
      'added_to',
      'acknowledged',
      'assigned',
      'accepted',
      'extended',
      'answered',
      'reopened',
    ]);
    for (const { eventId, type, salt, content } of openings) {
      const line: Line = JSON.parse((await findProof(eventId))?.entry.toString() ?? 'null');
      expect(line.h).toBe(
        createHash('sha256')
          .update(commitmentBytes(type, salt, content))
          .digest('base64'),
      );
      expect(line).toMatchObject({ t: type, c: String(world.communityId), n: number });
      expect(Object.keys(line).toSorted()).toEqual(['c', 'd', 'h', 'n', 't', 'v']);
    }
    expect(openings[0]?.content).toMatchObject({
      said: { words: input.words, place: '3 号楼', point: '39.9042,116.4074', photos: ['ab'.repeat(32)] },
    });
    expect(openings.at(-2)?.content).toMatchObject({ said: { words: 'The pipe is sealed.' } });
  });

  it('also judgements: confirmed, closed by others, published', async () => {
    const world = await makeWorld();
    const [one, two, three] = [
      await aVoice(world, 'answered', { mayPublish: true }),
      await aVoice(world, 'answered'),
      await aVoice(world, 'triaged'),
    ];
    await publishVoice(world.secretary, one, { title: 'A pipe', outcome: 'Sealed' });
    await confirmVoice(one.speaker, one, { rating: 5, words: 'Thank you' });
    await closeDocumented(world.colleague, two, { reasonCode: 'UNLAWFUL_OR_IMPOSSIBLE', evidence: 'See the deed' });
    await withdrawVoice(three.speaker, three, { underPressure: true, words: 'They asked me to' });
    await goOn(database(), birth);
    for (const voice of [one, two, three]) {
      for (const { eventId, type, salt, content } of await findOpenings(voice.speaker, voice)) {
        const line: Line = JSON.parse((await findProof(eventId))?.entry.toString() ?? 'null');
        expect(line.h).toBe(
          createHash('sha256')
            .update(commitmentBytes(type, salt, content))
            .digest('base64'),
        );
      }
    }
    const types = (await linesOf(world.communityId)).map(({ t, n }) => `${n} ${t}`);
    expect(types).toEqual(
      expect.arrayContaining([`${one.number} voice.closed`, `${one.number} voice.published`, `${three.number} voice.withdrawn`]),
    );
  });

  it('is for the speaker alone, and gone with their key', async () => {
    const world = await makeWorld();
    const voice = await speak(world);
    await expect(findOpenings(world.worker, voice)).rejects.toThrow(Forbidden);
    await expect(findOpenings(await makePerson(world, 'resident'), voice)).rejects.toThrow(Missing);
    const { reporter_id: id } = await database()
      .selectFrom('voices')
      .select('reporter_id')
      .where('community_id', '=', world.communityId)
      .where('id', '=', voice.id)
      .executeTakeFirstOrThrow();
    expect(await findOpenings(voice.speaker, voice)).toHaveLength(1);
    const destroyed = { by: null, reason: 'erased' };
    await database()
      .transaction()
      .execute((trx) => destroySubjectKey({ trx, now: new Date() }, { communityId: world.communityId, id }, destroyed));
    expect(await findOpenings(voice.speaker, voice)).toEqual([]);
  });

  it('V6: tells nobody that a voice names somebody, nor who handles it', async () => {
    const world = await makeWorld();
    const other = await makeWorld();
    const accused = await makePerson(world, 'community_worker', 'Zhao Accused');
    const [plain, complaint] = [await aVoice(world, 'assigned'), await bring(world, await speak(world), 'assigned', undefined, accused)];
    await aVoice(other);
    const child = await aVoice(world, 'triaged');
    await mergeVoice(world.worker, child, { into: complaint.number }).catch(() => null);
    await triageVoice(world.secretary, complaint, {
      kind: 'complaint',
      category: 'conduct',
      matterScope: 'private',
      urgency: 'ordinary',
      vitalInterest: false,
      accusedIds: [accused.personId ?? ''],
      accusedWords: undefined,
    });
    await triageVoice(world.secretary, plain, {
      kind: 'question',
      category: 'water',
      matterScope: 'private',
      urgency: 'ordinary',
      vitalInterest: false,
      accusedIds: [],
      accusedWords: undefined,
    });
    const lines = await linesOf(world.communityId);
    const kinds = (number: string) => lines.filter((line) => line.n === number).map(({ t }) => t);
    expect(new Set(kinds(complaint.number))).toEqual(new Set(kinds(plain.number)));
    expect(new Set(kinds(complaint.number))).toEqual(new Set(['voice.received', 'voice.routed']));
    const all = JSON.stringify(lines);
    for (const secret of ['Zhao', accused.personId ?? '-', world.worker.personId ?? '-', 'conduct', 'complaint'])
      expect(all).not.toContain(secret);
    for (const line of lines) expect(Object.keys(line).toSorted()).toEqual(['c', 'd', 'h', 'n', 't', 'v']);
    expect(lines.every(({ d }) => /^\d{4}-\d{2}-\d{2}$/.test(d))).toBe(true);
  });

  it('a step among staff stands there too, but opens to nobody', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'answered');
    await followUpVoice(world.colleague, voice, { way: 'phone', outcome: 'not_reached', note: 'nobody home' });
    const openings = await findOpenings(voice.speaker, voice);
    expect(openings.map(({ event }) => event)).not.toContain('followed_up');
    const events = await database().selectFrom('events').select('id').where('community_id', '=', world.communityId).execute();
    await goOn(database(), birth);
    for (const { id } of events) expect(await findProof(id)).not.toBeNull();
  });
});
