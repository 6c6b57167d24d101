import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aCalled, at, entriesOf, plantHouseholds, plantRepresentatives } from '#tests/meetings.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { nobody } from '#community/people/index.ts';
import { answerQuestion, noteQuestion } from './answer-question.ts';
import { countSheet, demandMeeting, signDemand, withdrawSignature } from './demand-meeting.ts';
import { findDemands } from './find-demands.ts';
import { findMeeting } from './find-meeting.ts';
import { findMeetings } from './find-meetings.ts';
import { findRoll } from './find-roll.ts';
import { closeMeeting, openMeeting } from './hold-meeting.ts';
import { markRoll, markRollInput } from './mark-roll.ts';
import { writeCalendar } from './write-calendar.ts';
import { approveMinutes, publishMinutes, writeMinutes } from './write-minutes.ts';

useDatabase();
const then = { now: at(0, '15:00') };

describe('minutes', () => {
  it('D12: are approved by two who were there, other than the writer, and then published', async () => {
    const world = await makeWorld();
    const people = await plantRepresentatives(world, { seats: 4, committee: 1 });
    const ref = await aCalled(world, { kind: 'representatives_meeting' });
    const entries = await entriesOf(ref);
    await markRoll(world.worker, ref, markRollInput.parse({ entryIds: entries.slice(0, 4), standing: 'present' }));
    await openMeeting(world.worker, ref, then);
    await expect(writeMinutes(world.worker, ref, { body: 'We met' })).rejects.toThrow('meeting.not-closed');
    await closeMeeting(world.worker, ref, then);
    await writeMinutes(world.worker, ref, { body: 'We met', minorityView: 'Two would wait' });
    await expect(approveMinutes(world.worker, ref, {})).rejects.toThrow('meeting.own-minutes');
    await expect(approveMinutes(world.colleague, ref, {})).rejects.toThrow('meeting.did-not-attend');
    await expect(publishMinutes(world.worker, ref)).rejects.toThrow('meeting.minutes-not-approved');
    expect((await findMeeting(nobody, ref, false)).minutes).toBeNull();
    await approveMinutes(world.secretary, ref, {});
    await expect(approveMinutes(world.secretary, ref, {})).rejects.toThrow('meeting.approved-already');
    expect(await approveMinutes(world.worker, ref, { entryId: entries[0] })).toEqual({ approvals: 2 });
    await publishMinutes(world.worker, ref);
    expect((await findMeeting(people[0] ?? nobody, ref, false)).minutes).toMatchObject({ body: 'We met', approvals: 2 });
    expect(await findMeetings(nobody, world.communityId, 'past')).toMatchObject([{ stage: 'minuted' }]);
  });

  it('of a hearing: what was asked is answered in writing within ten working days [law RC 32]', async () => {
    const world = await makeWorld();
    const ref = await aCalled(world, { kind: 'public_hearing' }, { groups: ['Owners'] });
    await markRoll(world.worker, ref, markRollInput.parse({ entryIds: await entriesOf(ref), standing: 'present' }));
    await openMeeting(world.worker, ref, then);
    const { questionId } = await noteQuestion(world.worker, ref, { words: 'Where will visitors park?' }, then);
    await answerQuestion(world.colleague, ref, { questionId, answer: 'Behind the school.' });
    await expect(answerQuestion(world.colleague, ref, { questionId, answer: 'Elsewhere.' })).rejects.toThrow('answered-already');
    expect((await findMeeting(nobody, ref, false)).questions).toMatchObject([{ answer: 'Behind the school.' }]);
  });
});

describe('demands', () => {
  it('[law RC 26] a tenth of the households: once a household, on the page and on sheets counted by two', async () => {
    const world = await makeWorld();
    const homes = await plantHouseholds(world, 30);
    const [wang, wife, li] = [
      await makePerson({ ...world, placeId: homes[0] ?? '' }, 'resident', 'Wang'),
      await makePerson({ ...world, placeId: homes[0] ?? '' }, 'resident', 'Wife'),
      await makePerson({ ...world, placeId: homes[1] ?? '' }, 'resident', 'Li'),
    ];
    const input = { kind: 'residents_meeting', signedBy: 'households', matter: 'The lift' } as const;
    await expect(demandMeeting(nobody, world.communityId, input)).rejects.toThrow('sign-in.needed');
    const { demandId: id } = await demandMeeting(wang, world.communityId, input);
    const ref = { communityId: world.communityId, id };
    await expect(signDemand(wife, ref)).rejects.toThrow('meeting.signed-already');
    await signDemand(li, ref);
    await withdrawSignature(li, ref);
    expect(await findDemands(wang, world.communityId)).toMatchObject([{ needed: 3, signatures: 1, mine: true, reachedAt: null }]);
    const { sheetId } = await countSheet(world.worker, ref, { signatures: 3, struck: 1 });
    await expect(countSheet(world.worker, ref, { sheetId, signatures: 3, struck: 1 })).rejects.toThrow('meeting.second-counter');
    await expect(countSheet(world.colleague, ref, { sheetId, signatures: 3, struck: 0 })).rejects.toThrow('meeting.counts-differ');
    expect(await countSheet(world.colleague, ref, { sheetId, signatures: 3, struck: 1 })).toMatchObject({ signatures: 3 });
    const [reached] = await findDemands(nobody, world.communityId);
    expect(reached?.owedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    await expect(withdrawSignature(wang, ref)).rejects.toThrow('meeting.reached-already');
  });
});

describe('the desk', () => {
  it('finds a household among many by part of its address', async () => {
    const world = await makeWorld();
    await plantHouseholds(world, 120);
    const ref = await aCalled(world);
    expect(await findRoll(world.worker, ref, 'R11')).toMatchObject({ total: 11 });
    expect((await findRoll(world.worker, ref, '')).rows).toHaveLength(60);
    await expect(findRoll(nobody, ref, '')).rejects.toThrow('access.not-yours');
  });
});

describe('the calendar', () => {
  it('is well-formed: escaped, folded at 75 octets, CRLF (RFC 5545)', () => {
    const text = writeCalendar('Meetings', [
      {
        uid: '1@huiyin',
        startsAt: at(0),
        endsAt: at(0, '16:00'),
        changedAt: at(-1),
        summary: 'Budget; lift, \\ roof\nand more',
        location: '柳花里社区活动中心二楼多功能厅柳花里社区活动中心二楼多功能厅',
        description: '',
        url: 'https://example.org/c/x',
        cancelled: false,
      },
    ]);
    expect(text).toContain('SUMMARY:Budget\\; lift\\, \\\\ roof\\nand more\r\n');
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n ', '')).toContain('活动中心二楼多功能厅柳花里');
    expect(text.split('\n').every((line) => line === '' || line.endsWith('\r'))).toBe(true);
  });
});
