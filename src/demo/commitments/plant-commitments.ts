import { shiftDay } from '#foundation/calendar/index.ts';
import { foundOrganization, foundOrganizationInput, type OrganizationKind } from '#community/organizations/index.ts';
import {
  acceptCommitment,
  amendCommitment,
  claimDone,
  draftCommitment,
  enterVerdict,
  explainMissed,
  followCommitment,
  noteProgress,
  noteProgressInput,
  publishCommitment,
  sayVerdict,
  type CommitmentRef,
} from '#act/commitments/index.ts';
import { drawPictures } from '../draw-pictures.ts';
import { on } from '../meetings/hold.ts';
import type { Community, Ground, Person, Town } from '../town.ts';
import { promiseStories, type PromiseStory } from './stories.ts';

/** A year of promises of the old estate: kept, partly kept, missed and explained, amended, running, overdue. */
export async function plantCommitments(ground: Ground, { communities: { A } }: Town): Promise<void> {
  const bodies = {
    property: await bodyOf(ground, A, 'property_provider', '物业服务中心'),
    secretary: await bodyOf(ground, A, 'residents_committee', '柳花里居民委员会'),
    worker: undefined,
  };
  for (const [at, story] of promiseStories.entries()) await live(ground, A, story, { bodies, at });
  await draftOnly(ground, A);
}

type More = { bodies: Record<PromiseStory['by'], string | undefined>; at: number };

async function live(ground: Ground, community: Community, story: PromiseStory, { bodies, at }: More): Promise<void> {
  const owner = ownerOf(community, story);
  const { secretary } = community;
  const then = (ago: number, clock = '10:00') => on(ground, shiftDay(ground.today, -ago), clock);
  const drafted = await draftCommitment(
    secretary.viewer,
    community.id,
    {
      source: 'works_list',
      listYear: Number(shiftDay(ground.today, -story.ago).slice(0, 4)),
      text: story.text,
      dueOn: dayIn(ground, story, story.dueIn),
      ownerId: owner.id,
      organizationId: bodies[story.by],
    },
    then(story.ago),
  );
  const ref = { communityId: community.id, id: drafted.id };
  await acceptCommitment(owner.viewer, ref, { way: 'page' }, then(story.ago, '14:00'));
  await publishCommitment(secretary.viewer, ref, then(story.ago, '16:00'));
  const neighbour = community.residents[at];
  if (neighbour) await followCommitment(neighbour.viewer, ref, then(story.ago - 1, '19:30'));
  if (story.amended) {
    const { ago, dueIn, text, reason } = story.amended;
    const change = { reason, ...(text && { text }), ...(dueIn !== undefined && { dueOn: dayIn(ground, story, dueIn) }) };
    await amendCommitment(owner.viewer, ref, change, then(ago));
  }
  for (const note of story.notes ?? []) await report(noteProgress, owner, ref, note, then(note.ago, '15:20'));
  if (story.done) await report(claimDone, owner, ref, story.done, then(story.done.ago, '11:00'));
  // Of what was partly kept, residents speak first.
  if (story.explained && !story.done) await explainMissed(owner.viewer, ref, { words: story.explained.words }, then(story.explained.ago));
  await judge(ground, community, ref, story, at);
  if (story.explained && story.done) await explainMissed(owner.viewer, ref, { words: story.explained.words }, then(story.explained.ago));
}

type Report = { words: string; photo?: string };

async function report(
  command: typeof noteProgress | typeof claimDone,
  owner: Person,
  ref: CommitmentRef,
  { words, photo }: Report,
  how: ReturnType<typeof on>,
): Promise<void> {
  const photos = photo === undefined ? [] : [(await drawPictures())[photo.includes('灯') ? 'lamp' : 'puddle']];
  await command(owner.viewer, ref, noteProgressInput.parse({ words, ...(photo && { alt: photo }) }), photos, how);
}

/** Three neighbours, one of them on paper; or the committee; or two who wait for a third. */
async function judge(ground: Ground, community: Community, ref: CommitmentRef, { judged }: PromiseStory, at: number): Promise<void> {
  if (!judged) return;
  const { ago, verdict, who } = judged;
  const then = (clock: string) => on(ground, shiftDay(ground.today, -ago), clock);
  if (who === 'committee') {
    await sayVerdict(community.supervisory.viewer, ref, { verdict }, then('15:00'));
    return;
  }
  for (const [turn, { viewer }] of community.residents.slice(at * 3, at * 3 + 2).entries()) {
    await sayVerdict(viewer, ref, { verdict }, then(`19:${10 + turn}`));
  }
  const clerk = community.workers[1] ?? community.supervisory;
  const paper = { verdict, saidAs: 'affected', way: 'paper', document: '居民核验表第 3 行' } as const;
  if (who === 'three') await enterVerdict(clerk.viewer, ref, paper, then('20:00'));
}

/** What nobody has taken on yet. */
async function draftOnly(ground: Ground, { id, secretary, workers }: Community): Promise<void> {
  const day = shiftDay(ground.today, -2);
  await draftCommitment(
    secretary.viewer,
    id,
    {
      source: 'works_list',
      listYear: Number(ground.today.slice(0, 4)),
      text: '快递柜旁加装雨棚一处，长 6 米。',
      dueOn: shiftDay(ground.today, 60),
      ownerId: (workers[0] ?? secretary).id,
    },
    on(ground, day, '09:30'),
  );
}

function ownerOf({ secretary, workers, property }: Community, { by }: PromiseStory): Person {
  if (by === 'property') return property;
  return by === 'worker' ? (workers[0] ?? secretary) : secretary;
}

function dayIn({ today }: Ground, { ago }: PromiseStory, days: number): string {
  return shiftDay(today, days - ago);
}

async function bodyOf(ground: Ground, { id, secretary }: Community, kind: OrganizationKind, name: string): Promise<string> {
  const there = await ground.trx
    .selectFrom('organizations')
    .select('id')
    .where('community_id', '=', id)
    .where('kind', '=', kind)
    .where('ended_at', 'is', null)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
  if (there) return there.id;
  const input = foundOrganizationInput.parse({ kind, name });
  const { organizationId } = await foundOrganization(secretary.viewer, id, input, on(ground, shiftDay(ground.today, -300), '09:00'));
  return organizationId;
}
