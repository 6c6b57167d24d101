import { z } from 'zod';
import { bases, type Basis } from './meeting.ts';

// The rules of a kind of meeting, as data. Whole numbers only: a threshold in floating point would be wrong somewhere.

/** "At least num/den of all", or with `more` "more than". */
const share = z.strictObject({ num: z.int().min(0), den: z.int().min(1), more: z.boolean() });
export type Share = z.infer<typeof share>;

export const signers = ['residents', 'households', 'representatives', 'chiefs', 'parties', 'sides'] as const;
export type Signer = (typeof signers)[number];
/** Who may demand it: at least num/den of them, or a plain count. */
const threshold = z.union([
  z.strictObject({ by: z.enum(signers), num: z.int().min(1), den: z.int().min(1) }),
  z.strictObject({ by: z.enum(signers), count: z.int().min(1) }),
]);
export type Threshold = z.infer<typeof threshold>;

export const callingBodies = [
  'residents_committee',
  'secretary',
  'party_organization',
  'organiser',
  'mediator',
  'supervisory_committee',
] as const;
const callers = ['community_secretary', 'community_worker', 'street_supervisor', 'supervisory_member'] as const;
export const rollSources = [
  'residents',
  'representatives',
  'building_chiefs',
  'joint_parties',
  'seats',
  'invited',
  'party_organization',
  'residents_committee',
  'none',
] as const;
export const passings = [
  'majority_of_present',
  'majority_of_entitled',
  'consensus_or_majority',
  'each_binds_itself',
  'statement',
  'agreement',
  'rating',
  'none',
] as const;
export const ballotWays = ['secret', 'hands', 'roll_call', 'poll', 'none'] as const;

/**
 * `noticeDays`: calendar days between notice and meeting; `shortNotice`: whether less will do. `answersDays`: working days
 * in which what was asked is answered in writing. `module`: only while that part of the house is switched on.
 */
const rules = z.strictObject({
  roll: z.enum(rollSources),
  bases: z.array(z.enum(bases)).min(1),
  called_by: z.enum(callingBodies),
  callers: z.array(z.enum(callers)),
  demands: z.array(threshold),
  owed_days: z.int().min(1),
  notice_days: z.int().min(0),
  short_notice: z.enum(['with_reason', 'same_day', 'never']),
  quorum: share.nullable(),
  passing: z.enum(passings),
  ballot: z.enum(ballotWays),
  proxies: z.enum(['written', 'none']),
  effects: z.array(z.string()),
  record: z.array(z.string()),
  minutes_days: z.int().nullable(),
  answers_days: z.int().nullable(),
  statement: z.boolean(),
  confidential: z.boolean(),
  module: z.enum(['party_organization']).nullable(),
});
export type MeetingRules = z.infer<typeof rules>;

/** `statutory`: locked to the law. `adjusted`: the community chose within the bounds. `articles`: such as `RC 26`. */
export type MeetingKind = {
  code: string;
  nameZh: string;
  nameEn: string;
  statutory: boolean;
  adjusted: boolean;
  articles: string[];
  rules: MeetingRules;
};

type Choice = { noticeDays: number | null; quorumNum: number | null; quorumDen: number | null };

/** Reads the stored rules and lays the community's choice over them; the law's own kinds take none. Throws when they are none. */
export function readRules(stored: unknown, statutory: boolean, choice: Choice | null): MeetingRules {
  const found = rules.parse(stored);
  if (statutory || choice === null) return found;
  const { noticeDays, quorumNum, quorumDen } = choice;
  return {
    ...found,
    notice_days: noticeDays ?? found.notice_days,
    quorum: found.quorum && quorumNum !== null && quorumDen !== null ? { ...found.quorum, num: quorumNum, den: quorumDen } : found.quorum,
  };
}

/** The smallest whole number that satisfies the share of `all`: more than 1/2 of 2,980 is 1,491; 2/3 of 92 is 62. */
export function leastOf({ num, den, more }: Share, all: number): number {
  const parts = all * num;
  const whole = (parts - (parts % den)) / den;
  if (more) return whole + 1;
  return parts % den === 0 ? whole : whole + 1;
}

/** How many signatures a demand needs where `base` may sign; at least one. */
export function neededFor(of: Threshold, base: number): number {
  return 'count' in of ? of.count : Math.max(1, leastOf({ num: of.num, den: of.den, more: false }, base));
}

/** One basis a meeting (D5): the kind says which there are. */
export function allowsBasis({ rules: { bases: allowed } }: Pick<MeetingKind, 'rules'>, basis: Basis): boolean {
  return allowed.includes(basis);
}
