import type { CastMember } from './cast/cast-member.ts';
import { othersAround } from './cast/others-around.ts';
import { residentsOfLiuhuali } from './cast/residents-of-liuhuali.ts';
import { staffOfLiuhuali } from './cast/staff-of-liuhuali.ts';

// The people of the demo town: one for every role and every persona, and those whose lives are easy to forget when
// building (two of one name, a name that no keyboard types, somebody who has moved away). All invented; no number rings.

export type { CastMember, CastRole, CommunityKey } from './cast/cast-member.ts';

export const cast: CastMember[] = [...staffOfLiuhuali, ...residentsOfLiuhuali, ...othersAround];
