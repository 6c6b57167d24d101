import { describe, expect, it } from 'vitest';
import { calendarFrom, chinaDays } from '#foundation/calendar/index.ts';
import { nobody, type RoleName, type Viewer } from '#community/people/index.ts';
import { at } from '#tests/voices.ts';
import { allowedActions, speakerActions, staffActions } from './allowed-actions.ts';
import { stageNames, startsFrom, type Stage, type Verb, type Voice } from './voice.ts';
import * as handle from './why-not-handle.ts';
import * as verdict from './why-not-verdict.ts';
import { whyNotFromStage } from './why-not.ts';

// The rules as tables: nothing here touches the database.

const moment = { now: at('2026-11-18 10:00'), calendar: calendarFrom(chinaDays) };
const later = (time: string) => ({ ...moment, now: at(time) });

function viewer(personId: string, ...roles: RoleName[]): Viewer {
  const grants = roles.map((role) => ({
    id: role,
    role,
    communityIds: [1],
    streetId: null,
    districtId: null,
    placeId: null,
    unitName: null,
  }));
  return { ...nobody, kind: roles.includes('resident') || roles.length === 0 ? 'resident' : 'staff', personId, name: personId, grants };
}

const people = {
  owner: viewer('owner', 'community_worker'),
  worker: viewer('worker', 'community_worker'),
  secretary: viewer('secretary', 'community_secretary'),
  member: viewer('member', 'supervisory_member'),
  liaison: viewer('liaison', 'liaison_officer'),
  street: viewer('street', 'street_supervisor'),
  manager: viewer('manager', 'property_manager'),
  speaker: viewer('speaker', 'resident'),
};

const received: Voice = {
  communityId: 1,
  id: 'v',
  number: '2026-000001',
  kind: 'help_request',
  channel: 'web',
  privacy: 'confidential',
  stage: 'received',
  round: 1,
  level: 'community',
  sealed: 'none',
  category: null,
  mayPublish: true,
  erased: false,
  published: false,
  firstReceiverId: 'worker',
  ownerId: null,
  lastOwnerId: null,
  reporterPersonId: 'speaker',
  reporterId: '00000000-0000-7000-8000-00000000000a',
  reporterReachable: true,
  accusedIds: [],
  caseId: null,
  lead: null,
  children: 0,
  receivedAt: at('2026-11-16 10:00'),
  dueAt: at('2026-11-23 23:59'),
  originalDueAt: at('2026-11-23 23:59'),
  assignedAt: at('2026-11-16 11:00'),
  answeredAt: null,
  closedAt: null,
  extended: false,
  referralAsked: false,
  referralAccepted: false,
  reopenings: 0,
  tries: { count: 0, ways: 0, firstAt: null, wouldNotSay: false },
};
const owned: Stage[] = [
  'assigned',
  'in_progress',
  'waiting_external',
  'scheduled',
  'delegated',
  'in_deliberation',
  'answered',
  'closed_confirmed',
  'closed_documented',
];
const inStage = (stage: Stage, more: Partial<Voice> = {}): Voice => ({
  ...received,
  stage,
  ownerId: owned.includes(stage) ? 'owner' : null,
  closedAt: stage.startsWith('closed') ? at('2026-11-17 10:00') : null,
  ...more,
});

/** Who may do a verb from a fitting stage when nothing else stands against it; everybody else is refused. */
const mayDo: [Verb, Partial<Voice>, (keyof typeof people)[]][] = [
  ['acknowledge', {}, ['owner', 'worker', 'secretary']],
  ['triage', {}, ['owner', 'worker', 'secretary']],
  ['assign', {}, ['owner', 'worker', 'secretary']],
  ['accept', {}, ['owner']],
  ['decline', {}, ['owner']],
  ['answer', {}, ['owner']],
  ['wait', {}, ['owner']],
  ['schedule', {}, ['secretary']],
  ['resume', {}, ['owner']],
  ['extend', {}, ['secretary']],
  ['refer', {}, ['owner', 'worker', 'secretary']],
  ['confirm_referral', { referralAsked: true }, ['owner', 'worker', 'secretary']],
  ['merge', {}, ['owner', 'worker', 'secretary']],
  ['split', {}, ['owner', 'worker', 'secretary']],
  ['escalate', {}, ['owner', 'worker', 'secretary']],
  ['follow_up', {}, ['worker', 'secretary', 'member', 'liaison']],
  ['close_documented', {}, ['worker', 'secretary', 'member', 'liaison']],
  ['reopen', {}, ['secretary', 'member', 'street', 'speaker']],
  ['confirm', {}, ['speaker']],
  ['withdraw', {}, ['speaker']],
  ['add', {}, ['speaker']],
];
const rules = { ...staffActions, ...speakerActions };

describe('who may', () => {
  for (const [verb, facts, able] of mayDo) {
    it(`${verb}: ${able.join(', ')}`, () => {
      const rule = rules[verb];
      for (const stage of startsFrom[verb]) {
        const voice = inStage(stage, {
          ...facts,
          ...(stage === 'merged' && verb === 'confirm' && { lead: { stage: 'answered', ownerId: 'owner', judged: false } }),
        });
        for (const [name, who] of Object.entries(people)) {
          // Before anybody is asked there is no owner: that person is one of the office like the others.
          const expected = able.some((one) => one === name) || (name === 'owner' && !voice.ownerId && able.includes('worker'));
          expect(rule(voice, who, moment) === null, `${name} from ${stage}: ${rule(voice, who, moment)}`).toBe(expected);
        }
      }
    });
  }

  it('V6: whoever is named may do nothing, in any role and stage', () => {
    const roles: RoleName[] = ['community_worker', 'community_secretary', 'supervisory_member', 'street_supervisor', 'administrator'];
    const accused = viewer('accused', ...roles);
    for (const stage of stageNames)
      for (const sealed of ['named', 'street'] as const)
        for (const level of ['community', 'street'] as const) {
          const voice = inStage(stage, {
            sealed,
            level,
            accusedIds: ['accused'],
            firstReceiverId: 'accused',
            ...(owned.includes(stage) && { ownerId: 'accused' }),
          });
          for (const { verb, whyNot } of allowedActions(voice, accused, moment)) expect(whyNot, `${verb} ${stage}`).not.toBeNull();
        }
  });

  it('V4: the owner never judges, in no stage, not even as the one who spoke', () => {
    for (const stage of stageNames) {
      const voice = inStage(stage, { ownerId: 'owner', reporterPersonId: 'owner' });
      for (const rule of [verdict.whyNotConfirm, verdict.whyNotReopen, verdict.whyNotFollowUp, verdict.whyNotCloseDocumented]) {
        expect(rule(voice, people.owner, moment), stage).not.toBeNull();
      }
    }
  });

  it('what names somebody is for the secretary, what names the leadership for the street', () => {
    const table: [Partial<Voice>, keyof typeof people, string | null][] = [
      [{ sealed: 'named', firstReceiverId: 'secretary' }, 'worker', 'voice.not-yours-to-handle'],
      [{ sealed: 'named', firstReceiverId: 'secretary' }, 'secretary', null],
      [{ sealed: 'named', firstReceiverId: 'worker' }, 'worker', null],
      [{ sealed: 'named', firstReceiverId: 'manager' }, 'manager', 'voice.not-yours-to-handle'],
      [{ sealed: 'street' }, 'secretary', 'voice.not-yours-to-handle'],
      [{ sealed: 'street' }, 'street', null],
      [{ level: 'street' }, 'secretary', 'voice.not-yours-to-handle'],
      [{ level: 'street' }, 'street', null],
    ];
    for (const [facts, who, code] of table)
      expect(handle.whyNotAssign(inStage('triaged', facts), people[who]), JSON.stringify(facts)).toBe(code);
  });
});

describe('from which stage', () => {
  it('every verb starts from its stages only, and says why not from the others', () => {
    for (const stage of stageNames)
      for (const verb of ['acknowledge', 'assign', 'accept', 'answer', 'follow_up', 'confirm', 'merge'] as const) {
        const why = whyNotFromStage({ ...received, stage }, verb);
        expect(why === null, `${verb} ${stage}`).toBe(startsFrom[verb].some((from) => from === stage));
        if (why) expect(why).toMatch(/^voice\.(not-from-here-|withdrawn|merged|referred-out|closed)/);
      }
  });
});

describe('with numbers and days', () => {
  it('each limit holds to the minute', () => {
    const assigned = inStage('assigned');
    const closed = inStage('closed_confirmed', { closedAt: at('2026-08-20 10:00') });
    const tried = (count: number, ways: number) =>
      inStage('answered', { tries: { count, ways, firstAt: at('2026-11-08 10:00'), wouldNotSay: false } });
    const table: [string, string | null, string | null][] = [
      ['decline in time', handle.whyNotDecline(assigned, people.owner, later('2026-11-18 23:59')), null],
      ['decline too late', handle.whyNotDecline(assigned, people.owner, later('2026-11-19 00:00')), 'voice.too-late-to-decline'],
      ['extend in time', handle.whyNotExtend(assigned, people.secretary, later('2026-11-23 23:59')), null],
      ['extend too late', handle.whyNotExtend(assigned, people.secretary, later('2026-11-24 00:00')), 'voice.too-late-to-extend'],
      ['extend twice', handle.whyNotExtend({ ...assigned, extended: true }, people.secretary, moment), 'voice.already-extended'],
      ['ten working days', handle.whyNotNewDate(assigned, new Date('2026-12-07T23:59:59.999+08:00'), moment), null],
      ['eleven', handle.whyNotNewDate(assigned, at('2026-12-08 00:00'), moment), 'voice.date-too-far'],
      ['not later', handle.whyNotNewDate(assigned, assigned.dueAt, moment), 'voice.date-not-later'],
      ['reopen in time', verdict.whyNotReopen(closed, people.speaker, moment), null],
      ['reopen too late', verdict.whyNotReopen(closed, people.speaker, later('2026-11-18 10:01')), 'voice.too-late-to-reopen'],
      ['red for two days', handle.whyNotEscalateOverdue(assigned, later('2026-11-25 23:59')), 'voice.not-overdue-enough'],
      ['red for three', handle.whyNotEscalateOverdue(assigned, later('2026-11-26 00:00')), null],
      [
        'red at the street',
        handle.whyNotEscalateOverdue({ ...assigned, level: 'street' }, later('2026-12-26 00:00')),
        'voice.already-at-street',
      ],
      ['red but answered', handle.whyNotEscalateOverdue(inStage('answered'), later('2026-12-26 00:00')), 'voice.not-from-here-escalate'],
      ['today', handle.whyNotDay('2026-11-18', moment), 'voice.day-not-ahead'],
      ['tomorrow', handle.whyNotDay('2026-11-19', moment), null],
      ['a Saturday', handle.whyNotWorkingDay('2026-11-21', moment), 'voice.not-a-working-day'],
      ['three tries in two ways', verdict.whyNotReason(tried(3, 2), 'UNREACHABLE', moment), null],
      ['two tries', verdict.whyNotReason(tried(2, 2), 'UNREACHABLE', moment), 'voice.not-tried-enough'],
      ['one way', verdict.whyNotReason(tried(3, 1), 'UNREACHABLE', moment), 'voice.not-tried-enough'],
      ['nine days', verdict.whyNotReason(tried(3, 2), 'UNREACHABLE', later('2026-11-18 09:59')), 'voice.not-tried-enough'],
      ['reachable', verdict.whyNotReason(inStage('answered'), 'ANONYMOUS', moment), 'voice.not-anonymous'],
      [
        'anonymous',
        verdict.whyNotReason(inStage('answered', { privacy: 'anonymous', reporterReachable: false }), 'ANONYMOUS', moment),
        null,
      ],
      ['nobody accepted', verdict.whyNotReason(inStage('answered'), 'NO_POWER_REFERRED', moment), 'voice.no-referral-accepted'],
      ['publish sealed', handle.whyNotPublish(inStage('triaged', { sealed: 'named' }), people.secretary), 'voice.names-somebody'],
      ['contact of a closed voice', verdict.whyNotReadContact(closed, people.worker), 'voice.closed'],
      [
        'merged, lead not answered',
        verdict.whyNotConfirm(inStage('merged', { lead: { stage: 'in_progress', ownerId: 'owner', judged: false } }), people.speaker),
        'voice.not-from-here-confirm',
      ],
    ];
    for (const [what, why, expected] of table) expect(why, what).toBe(expected);
  });
});
