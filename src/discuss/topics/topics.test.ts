import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aPlan, plantHouseholds } from '#tests/meetings.ts';
import { aScreened, aTopic, plantBranch } from '#tests/topics.ts';
import { aVoice } from '#tests/voices.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { nobody } from '#community/people/index.ts';
import { addAgendaItem, addAgendaItemInput, cancelMeeting, issueNotice } from '#discuss/meetings/index.ts';
import { switchModule } from '#community/organizations/index.ts';
import { addArgument } from './add-argument.ts';
import { advanceTopic, whyNotScheduleTopic } from './advance-topic.ts';
import { appealDecline } from './appeal-decline.ts';
import { consultTopic } from './consult-topic.ts';
import { countTopicSheet } from './count-sheet.ts';
import { decideTopicAppeal } from './decide-appeal.ts';
import { declineTopic } from './decline-topic.ts';
import { findTopic } from './find-topic.ts';
import { findTopics } from './find-topics.ts';
import { linkVoice } from './link-voice.ts';
import { loadTopic } from './load-topic.ts';
import { proposeTopic, proposeTopicInput } from './propose-topic.ts';
import { removeArgument } from './remove-argument.ts';
import { reportTopic } from './report-topic.ts';
import { screenTopic } from './screen-topic.ts';
import { studyTopic } from './study-topic.ts';
import { supportTopic } from './support-topic.ts';
import { unlinkVoice } from './unlink-voice.ts';
import { withdrawSupport } from './withdraw-support.ts';

useDatabase();
const db = () => database();
const said = { title: 'A bench', question: 'Where shall the bench stand?' };

/** How often the speaker of a voice was told of a topic. */
async function tellings({ id }: { id: string }): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from pgboss.job where name = 'tell-reporter'
    and data ->> 'voiceId' = ${id} and data ->> 'template' = 'topic'`.execute(db());
  return rows[0]?.count ?? 0;
}

describe('where topics come from', () => {
  it('each origin has those who may bring it', async () => {
    const world = await makeWorld();
    const [resident, chief] = [
      await makePerson(world, 'resident'),
      await makePerson({ ...world, placeId: (await plantHouseholds(world, 1))[0] ?? '' }, 'building_chief'),
    ];
    const bring = (viewer: typeof resident, origin: string, more = {}) =>
      proposeTopic(viewer, world.communityId, proposeTopicInput.parse({ ...said, origin, ...more }));
    await expect(bring(nobody, 'residents')).rejects.toThrow('sign-in.needed');
    await expect(bring(chief, 'residents')).rejects.toThrow('topic.residents-only');
    await expect(bring(resident, 'building_chief')).rejects.toThrow('topic.not-yours');
    await expect(bring(resident, 'representatives')).rejects.toThrow('topic.not-a-representative');
    await expect(bring(world.worker, 'secretary')).rejects.toThrow('topic.not-yours');
    await bring(resident, 'residents');
    await bring(chief, 'building_chief');
    await switchModule(world.secretary, world.communityId, { state: 'off', reason: 'None here' });
    await expect(bring(world.secretary, 'party')).rejects.toThrow('topic.module-off');
    expect(await findTopics(world.communityId)).toHaveLength(2);
    const page = await findTopic(nobody, {
      communityId: world.communityId,
      number: (await findTopics(world.communityId))[1]?.number ?? '',
    });
    expect(page).toMatchObject({ by: null, topic: { origin: 'residents' } });
  });

  it('from voices: the first speakers are told at each step; a voice that names somebody stays out (V6)', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'triaged');
    const other = await aVoice(world, 'triaged');
    const ref = await aTopic(world, { origin: 'voices', voices: [voice.number] });
    expect(await tellings(voice)).toBe(1);
    await linkVoice(world.worker, ref, { voice: other.number });
    await expect(linkVoice(world.worker, ref, { voice: other.number })).rejects.toThrow('topic.linked-already');
    await unlinkVoice(world.worker, ref, { voice: other.number });
    await screenTopic(world.secretary, ref, { matter: 'daily_affairs', effect: 'binding', reason: 'The committee does that' });
    expect(await tellings(voice)).toBe(2);
    expect(await tellings(other)).toBe(1);
    await db().updateTable('voices').set({ sealed: 'named' }).where('id', '=', other.id).execute();
    await expect(linkVoice(world.secretary, ref, { voice: other.number })).rejects.toThrow('topic.voice-names-somebody');
    expect((await findTopic(nobody, ref)).voices).toEqual([]);
    expect((await findTopic(voice.speaker, ref)).voices).toMatchObject([{ number: voice.number }]);
    expect((await findTopic(nobody, ref)).fromVoices).toBe(1);
  });
});

describe('support', () => {
  it('[law RC 26] a tenth of the residents, on the page and on sheets counted by two, and it can’t be declined any more', async () => {
    const world = await makeWorld();
    const residents = [];
    for (let at = 0; at < 21; at++) residents.push(await makePerson(world, 'resident', `R${at}`));
    const [first = nobody, second = nobody] = residents;
    const ref = await aTopic(world);
    await expect(supportTopic(nobody, ref)).rejects.toThrow('sign-in.needed');
    await expect(supportTopic(world.worker, ref)).rejects.toThrow('topic.residents-only');
    await supportTopic(first, ref);
    await expect(supportTopic(first, ref)).rejects.toThrow('topic.supported-already');
    await supportTopic(second, ref);
    await withdrawSupport(second, ref);
    const { sheetId } = await countTopicSheet(world.worker, ref, { basis: 'persons', signatures: 3, struck: 1 });
    await expect(countTopicSheet(world.worker, ref, { sheetId, basis: 'persons', signatures: 3, struck: 1 })).rejects.toThrow(
      'second-counter',
    );
    await expect(countTopicSheet(world.colleague, ref, { sheetId, basis: 'persons', signatures: 2, struck: 0 })).rejects.toThrow(
      'counts-differ',
    );
    expect((await findTopic(nobody, ref)).support[0]).toMatchObject({
      basis: 'persons',
      supporters: 1,
      base: 21,
      needed: 3,
      reachedAt: null,
    });
    await countTopicSheet(world.colleague, ref, { sheetId, basis: 'persons', signatures: 3, struck: 1 });
    const [persons, households] = (await findTopic(nobody, ref)).support;
    expect(persons).toMatchObject({ supporters: 3, needed: 3 });
    expect(persons?.reachedAt).toBeInstanceOf(Date);
    expect(households).toMatchObject({ basis: 'households', supporters: 0 });
    await expect(declineTopic(world.secretary, ref, { reason: 'No' })).rejects.toThrow('topic.meeting-owed');
  });
});

describe('the way to a meeting', () => {
  it('[law RC 30, RC 32] is studied and talked about before it is voted on; with the module off as an act of outside', async () => {
    const world = await makeWorld();
    const branch = await plantBranch(world);
    const ref = await aTopic(world);
    const vote = { kind: 'residents_meeting', purpose: 'decide' };
    const study = { heldOn: '2026-11-02', reference: 'No 7' };
    expect(await whyNotScheduleTopic(db(), ref, vote)).toBe('topic.not-screened');
    expect(await whyNotScheduleTopic(db(), ref, { kind: 'open_talk', purpose: 'discuss' })).toBeNull();
    await expect(studyTopic(world.secretary, ref, study)).rejects.toThrow('topic.not-screened');
    await expect(screenTopic(world.worker, ref, { matter: 'important_matter', effect: 'binding', reason: 'x' })).rejects.toThrow(
      'topic.secretary-screens',
    );
    await screenTopic(world.secretary, ref, { matter: 'important_matter', effect: 'binding', reason: 'All are concerned' });
    expect(await whyNotScheduleTopic(db(), ref, vote)).toBe('topic.not-studied');
    await expect(studyTopic(world.secretary, ref, study)).rejects.toThrow('topic.which-organization');
    await studyTopic(world.secretary, ref, { ...study, organizationId: branch });
    expect(await whyNotScheduleTopic(db(), ref, vote)).toBe('topic.not-consulted');
    await consultTopic(world.worker, ref, { how: 'At the board until Friday' });
    expect(await whyNotScheduleTopic(db(), ref, vote)).toBeNull();
    expect(await whyNotScheduleTopic(db(), ref, { ...vote, kind: 'representatives_meeting' })).toBe('topic.wrong-body');
    await switchModule(world.secretary, world.communityId, { state: 'off', reason: 'None here' });
    const off = await aScreened(world);
    await studyTopic(world.secretary, off, study);
    expect(await loadTopic(db(), off)).toMatchObject({ stage: 'studied', studied: true });
  });

  it('goes on with meetings and votes, and only where it can', async () => {
    const world = await makeWorld();
    const ref = await aScreened(world, { matter: 'daily_affairs' });
    const go = (stage: Parameters<typeof advanceTopic>[3]) =>
      db()
        .transaction()
        .execute((trx) => advanceTopic({ trx, now: new Date() }, world.secretary, ref, stage));
    expect(await go('adopted')).toBe(false);
    for (const stage of ['called', 'in_session', 'voting', 'counted', 'adopted', 'published', 'implementing'] as const)
      expect(await go(stage)).toBe(true);
    await reportTopic(world.worker, ref, { words: 'The lamps burn until eleven.' });
    const { steps } = await findTopic(nobody, ref);
    expect(steps.at(-1)).toMatchObject({ stage: 'reported', note: 'The lamps burn until eleven.' });
    expect(await go('called')).toBe(false);
  });

  it('what is for government is referred, what is between two sides goes to mediation', async () => {
    const world = await makeWorld();
    const [road, dog] = [
      await aScreened(world, { matter: 'public_duty', effect: 'referral' }),
      await aScreened(world, { matter: 'dispute', effect: 'mediation' }),
    ];
    expect((await loadTopic(db(), road))?.stage).toBe('referred');
    expect((await loadTopic(db(), dog))?.stage).toBe('mediation');
    await expect(aScreened(world, { matter: 'dispute', effect: 'advisory' })).rejects.toThrow('topic.not-its-effect');
  });
});

describe('arguments', () => {
  it('are shown without a name, and taken down with a reason', async () => {
    const world = await makeWorld();
    const resident = await makePerson(world, 'resident');
    const ref = await aTopic(world);
    await expect(addArgument(world.street, ref, { side: 'for', words: 'Good' })).rejects.toThrow('topic.residents-only');
    const { argumentId } = await addArgument(resident, ref, { side: 'against', words: 'Mr Li sleeps there' });
    await addArgument(world.worker, ref, { side: 'question', words: 'What does it cost?' });
    await expect(removeArgument(resident, ref, { argumentId, reason: 'x' })).rejects.toThrow('topic.not-yours');
    await removeArgument(world.worker, ref, { argumentId, reason: 'It names somebody' });
    const { arguments: shown } = await findTopic(nobody, ref);
    expect(shown).toMatchObject([
      { words: '', removalReason: 'It names somebody' },
      { side: 'question', heardElsewhere: true },
    ]);
    expect(JSON.stringify(shown)).not.toContain(resident.personId);
  });
});

describe('D13: declined with a published reason, and by whom', () => {
  it('and somebody else than whoever declined it looks again', async () => {
    const world = await makeWorld();
    const [resident, stranger] = [await makePerson(world, 'resident'), await makePerson(world, 'resident')];
    for (let more = 0; more < 20; more++) await makePerson(world, 'resident');
    const other = await makePerson(world, 'supervisory_member', 'Supervisor');
    const ref = await aTopic(world);
    await supportTopic(resident, ref);
    await expect(declineTopic(world.worker, ref, { reason: 'No' })).rejects.toThrow('topic.secretary-declines');
    await declineTopic(world.secretary, ref, { reason: 'It was decided in spring' });
    const { topic, declinedBy } = await findTopic(nobody, ref);
    expect(topic).toMatchObject({ stage: 'declined', decline: { reason: 'It was decided in spring', appealed: false } });
    expect(declinedBy).toBe('Secretary');
    const { rows } = await sql<{ entry: string }>`select convert_from(entry, 'UTF8') as entry from ledger_queue
      where convert_from(entry, 'UTF8') like '%topic.declined%'`.execute(db());
    expect(rows.some(({ entry }) => entry.includes(topic.number))).toBe(true);
    await expect(appealDecline(stranger, ref, { words: 'Please' })).rejects.toThrow('topic.supporters-appeal');
    await appealDecline(resident, ref, { words: 'Spring was about other lamps' });
    await expect(appealDecline(resident, ref, { words: 'Again' })).rejects.toThrow('topic.appealed-already');
    await expect(decideTopicAppeal(world.secretary, ref, { outcome: 'rejected', reason: 'No' })).rejects.toThrow('somebody-else-decides');
    await expect(decideTopicAppeal(world.worker, ref, { outcome: 'upheld', reason: 'Yes' })).rejects.toThrow('topic.not-yours');
    expect(await decideTopicAppeal(other, ref, { outcome: 'upheld', reason: 'They are other lamps' })).toEqual({ stage: 'proposed' });
    expect((await findTopic(nobody, ref)).appeal).toMatchObject({ outcome: 'upheld', decidedBy: 'Supervisor' });
    await declineTopic(world.secretary, ref, { reason: 'The lamps are the owners’' });
    expect((await loadTopic(db(), ref))?.decline).toMatchObject({ appealed: false, reason: 'The lamps are the owners’' });
  });
});

describe('a meeting', () => {
  it('carries the topics of its agenda along, and refuses an owners’ matter as something to decide', async () => {
    const world = await makeWorld();
    const meeting = await aPlan(world, { kind: 'residents_meeting', days: 3 });
    const lift = await aScreened(world, { matter: 'lift', effect: 'advisory' });
    await consultTopic(world.worker, lift, { how: 'At the board' });
    const item = (purpose: string) => addAgendaItemInput.parse({ title: 'The lift', purpose, topicId: lift.id });
    await expect(addAgendaItem(world.worker, meeting, item('decide'))).rejects.toThrow('topic.owners-decide');
    await addAgendaItem(world.worker, meeting, item('advise'));
    await issueNotice(world.secretary, meeting, { urgentReason: 'The works begin' });
    expect((await loadTopic(db(), lift))?.stage).toBe('called');
    await cancelMeeting(world.secretary, meeting, { reason: 'Rain' });
    expect((await loadTopic(db(), lift))?.stage).toBe('adjourned');
    const talk = await aPlan(world, { kind: 'open_talk', days: 9 });
    await addAgendaItem(world.worker, talk, item('discuss'));
    await issueNotice(world.secretary, talk, {});
    expect((await loadTopic(db(), lift))?.stage).toBe('consulting');
  });
});
