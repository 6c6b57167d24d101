import { enterMember, enterMemberInput, foundOrganization, foundOrganizationInput } from '#community/organizations/index.ts';
import type { Viewer } from '#community/people/index.ts';
import { enterResponsibility, findResidentsList } from '#community/responsibilities/index.ts';
import {
  answerOffer,
  askHelp,
  assessDelegation,
  assessDelegationInput,
  beginDelegation,
  draftAgreement,
  draftAgreementInput,
  findDelegation,
  identifyDelegation,
  identifyDelegationInput,
  offerDelegation,
  reportDelegation,
  signAgreement,
  suspendDelegation,
  type DelegationRef,
} from '#act/delegations/index.ts';
import { database } from '#foundation/server/database.ts';
import { makePerson, type World } from './world.ts';

// Delegations for tests, brought to where the test begins.

export type Group = { id: string; name: string; leader: Viewer; member: Viewer };
export type Made = DelegationRef & { id: string };
let made = 0;

/** A team with a leader and a member, both ordinary residents. */
export async function aGroup(world: World, name = `Group ${++made}`): Promise<Group> {
  const { communityId, secretary } = world;
  const { organizationId: id } = await foundOrganization(
    secretary,
    communityId,
    foundOrganizationInput.parse({ kind: 'volunteer_team', name }),
  );
  const [leader, member] = [
    await makePerson(world, 'resident', `Leader of ${name}`),
    await makePerson(world, 'resident', `Member of ${name}`),
  ];
  const enter = (viewer: Viewer, office: string) =>
    enterMember(
      secretary,
      { communityId, id },
      enterMemberInput.parse({ personId: viewer.personId, office, way: 'joined', startsOn: '2020-01-01' }),
    );
  await enter(leader, 'leader');
  await enter(member, 'member');
  return { id, name, leader, member };
}

export async function aDelegation(world: World, more: Record<string, unknown> = {}, by: Viewer = world.worker): Promise<Made> {
  const { communityId } = world;
  const input = identifyDelegationInput.parse({ title: 'The flower beds', purpose: 'That they bloom', ...more });
  const { number } = await identifyDelegation(by, communityId, input);
  const { delegation } = await findDelegation(world.worker, { communityId, number });
  return { communityId, number, id: delegation.id };
}

export function agreementOf(more: { mentorId: string; [field: string]: unknown }) {
  return draftAgreementInput.parse({
    startsOn: '2026-11-01',
    endsOn: '2027-03-31',
    scope: 'Plant and water',
    notInScope: 'No digging near pipes',
    placeWords: 'Between 3 and 5',
    timeWords: 'Saturdays',
    money: 'Soil 300\nTools 120.50',
    safety: 'Gloves',
    insurance: 'Volunteers’ insurance',
    dataRules: 'No names on lists',
    stopRule: 'Stop in a storm',
    ...more,
  });
}

const way = ['assessed', 'offered', 'accepted', 'agreed', 'active'] as const;
type Stage = (typeof way)[number] | 'help_requested' | 'suspended' | 'reported';

/** From wherever it stands to a later stage. */
export async function bring(world: World, one: Made, to: Stage, group: Group): Promise<Made> {
  const { worker, secretary } = world;
  const steps = {
    assessed: async () => {
      const input = assessDelegationInput.parse({ responsibilityId: await onTheList(world) });
      await assessDelegation(worker, one, input);
    },
    offered: () => offerDelegation(secretary, one, { organizationIds: [group.id] }),
    accepted: () => answerOffer(group.leader, one, { organizationId: group.id, answer: 'accepted', askedMembersOn: '2026-11-01' }),
    agreed: async () => {
      const { agreementId } = await draftAgreement(secretary, one, agreementOf({ mentorId: worker.personId ?? '' }));
      await signAgreement(group.leader, one, { agreementId });
    },
    active: () => beginDelegation(worker, one),
  };
  const order: readonly string[] = way;
  const last = order.includes(to) ? order.indexOf(to) : way.length - 1;
  for (const stage of way.slice(order.indexOf(await stageOf(one)) + 1, last + 1)) await steps[stage]();
  if (to === 'help_requested') await askHelp(group.leader, one, { words: 'A ladder' });
  if (to === 'suspended') await suspendDelegation(worker, one, { reason: 'Frost' });
  if (to === 'reported') await reportDelegation(group.leader, one, { words: 'All planted' });
  return one;
}

/** An entry of the list "residents can do it". */
export async function onTheList({ secretary, communityId }: World): Promise<string> {
  const [entry] = await findResidentsList(communityId);
  if (entry) return entry.id;
  const input = { holder: 'residents_groups', standing: 'residents_can', matter: 'Flower beds' } as const;
  return (await enterResponsibility(secretary, communityId, input)).responsibilityId;
}

export async function stageOf({ id }: Made): Promise<string> {
  const row = await database().selectFrom('delegations').select('stage').where('id', '=', id).executeTakeFirstOrThrow();
  return row.stage;
}
