import type { Viewer } from '#community/people/index.ts';
import {
  appealDecision,
  chooseBlogSettings,
  commentOnPost,
  commentOnPostInput,
  decideComment,
  decideCommentInput,
  findBlogRules,
  publishPost,
  publishRules,
  writePost,
  writePostInput,
} from '#listen/blog/index.ts';
import { makePerson } from '../../world.ts';
import type { Room } from '../rooms.ts';
import type { Cell } from '../visit.ts';

// The blog: a post of the community, and a comment beneath it by a neighbour whom nobody stands for.

const text = writePostInput.parse({ title: 'The garden', words: 'The benches are painted.' });
const words = { kind: 'post', title: 'The garden', words: 'The benches are painted again.' };

function worldOf({ ground, about }: Cell) {
  return (about === 'elsewhere' || about === 'foreign' ? ground.elsewhere : ground.here).world;
}

/** Open for comments, which are shown at once. */
async function openBlog(cell: Cell): Promise<{ communityId: number; secretary: Viewer; worker: Viewer }> {
  const { communityId, secretary, worker } = worldOf(cell);
  if (!(await findBlogRules(communityId))) await publishRules(secretary, communityId, { zh: '1\n2', en: '1\n2' });
  await chooseBlogSettings(secretary, communityId, { checkedFirst: false, nextDoorWrites: false, closesAfterDays: null });
  return { communityId, secretary, worker };
}

async function plantPost(cell: Cell): Promise<string> {
  const { communityId, secretary } = await openBlog(cell);
  const { number } = await writePost(secretary, communityId, text);
  const draft = /\?\/(publish|schedule)$|publication$/.test(cell.door);
  if (!draft) await publishPost(secretary, { communityId, number });
  return String(number);
}

async function plantComment(cell: Cell): Promise<string> {
  const { communityId, worker } = await openBlog(cell);
  const number = Number(await plantPost({ ...cell, door: '' }));
  const neighbour = await makePerson(worldOf(cell), 'resident', 'Neighbour');
  const { commentId } = await commentOnPost(neighbour, { communityId, number }, commentOnPostInput.parse({ words: 'A bench is loose' }));
  const ref = { communityId, id: commentId };
  if (/appeal/.test(cell.door)) {
    await decideComment(worker, ref, decideCommentInput.parse({ decision: 'hidden', rule: 1, reason: 'Rude' }));
    await appealDecision(neighbour, ref, { words: 'Not at all' });
  }
  return commentId;
}

const decision = { decision: 'hidden', rule: '1', reason: 'It insults somebody' };
const appeal = { outcome: 'kept', answer: 'It stays' };
const hour = () => new Date(Date.now() + 864e5).toISOString().slice(0, 16);

export const room: Room = {
  things: {
    post: { abouts: ['other', 'elsewhere', 'guessed'], plant: plantPost },
    comment: { abouts: ['other', 'elsewhere', 'guessed'], plant: plantComment },
    picture: { abouts: ['guessed'], plant: () => Promise.resolve('') },
  },
  posts: {
    'POST /c/[community]/blog/[post]?/comment': () => ({ words: 'A bench is loose' }),
    'POST /c/[community]/blog/[post]?/object': () => ({ picture: 'none' }),
    'POST /c/[community]/blog/comments/[comment]?/edit': () => ({ words: 'A bench is very loose' }),
    'POST /c/[community]/blog/comments/[comment]?/withdraw': () => ({}),
    'POST /c/[community]/blog/comments/[comment]?/appeal': () => ({ words: 'Not at all' }),
    'POST /c/[community]/blog/comments/[comment]?/voice': () => ({ placeWords: 'Garden' }),
    'POST /c/[community]/blog/comments/[comment]?/agree': () => ({ agrees: 'yes' }),
    'POST /c/[community]/blog/comments/[comment]?/report': () => ({ words: 'Unfair' }),
    'POST /staff/c/[community]/blog/new': () => words,
    'POST /staff/c/[community]/blog/[post]?/edit': () => words,
    'POST /staff/c/[community]/blog/[post]?/publish': () => ({}),
    'POST /staff/c/[community]/blog/[post]?/schedule': () => ({ at: hour() }),
    'POST /staff/c/[community]/blog/[post]?/archive': () => ({}),
    'POST /staff/c/[community]/blog/[post]?/picture': () => ({ alt: 'A bench' }),
    'POST /staff/c/[community]/blog/[post]?/takeDown': () => ({ picture: 'none' }),
    'POST /staff/c/[community]/blog/settings?/rules': () => ({ zh: '1\n2', en: '1\n2' }),
    'POST /staff/c/[community]/blog/settings?/settings': () => ({ closesAfterDays: '30' }),
    'POST /staff/c/[community]/comments/[comment]?/decide': () => decision,
    'POST /staff/c/[community]/comments/[comment]?/appeal': () => appeal,
    'POST /staff/c/[community]/comments/[comment]?/voice': () => ({ placeWords: 'Garden' }),
  },
  bodies: {
    'API post /communities/{slug}/posts': () => words,
    'API post /communities/{slug}/posts/{post}/publication': () => ({}),
    'API post /communities/{slug}/comments/{comment}/decision': () => ({ decision: 'shown' }),
    'API post /communities/{slug}/comments/{comment}/appeal-decision': () => appeal,
    'API post /communities/{slug}/comments/{comment}/voice': () => ({ placeWords: 'Garden' }),
  },
};
