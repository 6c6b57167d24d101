import { shiftDay } from '#foundation/calendar/index.ts';
import { enterMember, enterMemberInput, foundOrganization, foundOrganizationInput } from '#community/organizations/index.ts';
import type { Viewer } from '#community/people/index.ts';
import { beginRegister } from '#community/responsibilities/index.ts';
import type { Community, Ground, Town } from '../town.ts';
import { on } from '../meetings/hold.ts';
import { live } from './live-delegation.ts';
import { groups, stories, type DelegationStory } from './stories.ts';

export type Group = { id: string; leader: Viewer };

/** The register in all three communities; in the old estate groups of residents, and what they did in a year. */
export async function plantDelegations(ground: Ground, town: Town): Promise<void> {
  const { A, B, C } = town.communities;
  const began = on(ground, shiftDay(ground.today, -300), '10:00');
  for (const one of [A, B, C]) await beginRegister(one.secretary.viewer, one.id, began);
  const teams: Group[] = [];
  for (const { leader, ...input } of groups) teams.push(await found(ground, A, input, town.person(leader).viewer));
  for (const story of [...earlier(A), ...stories]) {
    const team = teams[story.group % teams.length];
    if (team) await live(ground, A, story, team);
  }
}

async function found(ground: Ground, community: Community, input: object, leader: Viewer): Promise<Group> {
  const { secretary } = community;
  const at = on(ground, shiftDay(ground.today, -290), '10:00');
  const { organizationId: id } = await foundOrganization(
    secretary.viewer,
    community.id,
    foundOrganizationInput.parse({ ...input, leadMode: 'resident_led', capacity: '12 人左右，周末有空' }),
    at,
  );
  const member = { personId: leader.personId, office: 'leader', tier: 'core', way: 'joined', startsOn: shiftDay(ground.today, -290) };
  await enterMember(secretary.viewer, { communityId: community.id, id }, enterMemberInput.parse(member), at);
  return { id, leader };
}

/** In the town of full size there is a whole year of them: 27 done and 3 given back in all. */
function earlier({ buildings }: Community): DelegationStory[] {
  const done = stories.filter(({ ends }) => ends === 'completed' || ends === 'given_back');
  if (buildings.length < 40) return [];
  return Array.from({ length: 27 }, (_, at) => {
    const back = at % 14 === 13;
    const story = done.filter(({ ends }) => (ends === 'given_back') === back)[at % (back ? 1 : 2)] ?? done[0];
    return { ...(story ?? missing()), title: `${story?.title ?? ''}（第 ${at + 1} 次）`, ago: 170 + at * 4, group: at };
  });
}

function missing(): never {
  throw new Error('There is no such story');
}
