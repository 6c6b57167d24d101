import { shiftDay } from '#foundation/calendar/index.ts';
import {
  appealDecision,
  commentOnPost,
  commentOnPostInput,
  decideAppeal,
  decideComment,
  editPost,
  makeVoiceInput,
  makeOwnVoice,
  publishPost,
  publishRules,
  writePost,
  writePostInput,
} from '#listen/blog/index.ts';
import { atMinute } from '../office-hours.ts';
import type { Community, Ground, Person, Town } from '../town.ts';
import { blogTexts, rulesText, type BlogText } from './texts.ts';

const showIt = { decision: 'shown' } as const;

/** A year of the blog of the first community: posts, what neighbours say, two decisions that were appealed, one voice. */
export async function plantBlog(ground: Ground, town: Town): Promise<void> {
  const { A: community } = town.communities;
  const at = (daysAgo: number, minute = 600) => ({
    within: { trx: ground.trx, now: atMinute(shiftDay(ground.today, -daysAgo), minute), quiet: true },
  });
  await publishRules(community.secretary.viewer, community.id, rulesText, at(360));
  const numbers = new Map<BlogText, number>();
  for (const text of blogTexts) numbers.set(text, await post(community, text, at));
  const moved = blogTexts.find(({ daysAgo }) => daysAgo === 24);
  const bins = numbers.get(moved ?? firstText()) ?? 1;
  if (moved) {
    const better = { ...inputOf(moved), words: moved.words.replace('试一个月', '试到月底') };
    await editPost(writer(community, moved).viewer, { communityId: community.id, number: bins }, better, at(22));
  }
  const [first, second, third] = community.residents;
  if (!first || !second || !third) return;
  const say = async (who: Person, daysAgo: number, number: number, words: string, signature?: string) => {
    const input = commentOnPostInput.parse({ words, signature });
    const { commentId } = await commentOnPost(who.viewer, { communityId: community.id, number }, input, at(daysAgo, 700));
    return { communityId: community.id, id: commentId };
  };
  const worker = community.workers[0] ?? community.secretary;
  const thanks = await say(first, 23, bins, '好多了，夏天开窗也没有味道。', '五号楼的邻居');
  await decideComment(worker.viewer, thanks, showIt, at(23, 800));
  // A broken thing, said beneath a post, became a voice of its author.
  const lamp = await say(second, 21, bins, '垃圾桶旁边的路灯不亮，晚上倒垃圾看不清。', '老张');
  await decideComment(worker.viewer, lamp, showIt, at(21, 800));
  await makeOwnVoice(second.viewer, lamp, makeVoiceInput.parse({ placeWords: '五号楼北面', agrees: true }), at(20, 1150));
  // Hidden, appealed, and the decision stands.
  const lamps = await say(third, 19, bins, '便宜窗帘，要的联系我。');
  await decideComment(worker.viewer, lamps, { decision: 'hidden', rule: 3, reason: '这是广告。卖东西请到跳蚤市场日。' }, at(19, 800));
  await appealDecision(third.viewer, lamps, { words: '我只是想帮忙。' }, at(18, 1100));
  await decideAppeal(community.supervisory.viewer, lamps, { outcome: 'kept', answer: '规则第三条说得清楚，帮忙和卖东西不一样。' }, at(16));
  // Hidden, appealed, and shown again.
  const hard = await say(first, 15, bins, '去年说好一个月，结果拖了半年。希望这次说到做到。');
  await decideComment(worker.viewer, hard, { decision: 'hidden', rule: 4, reason: '没有根据。' }, at(15, 800));
  await appealDecision(first.viewer, hard, { words: '去年的通知还贴在楼道里。' }, at(14, 1150));
  await decideAppeal(
    community.supervisory.viewer,
    hard,
    { outcome: 'reversed', answer: '查过了，去年确实晚了。这是批评，不是谣言。' },
    at(12),
  );
  const last = blogTexts.at(-1);
  if (last) await say(second, 1, numbers.get(last) ?? 1, '长椅能不能再加一张？', '老张');
}

function inputOf({ kind, title, words, titleEn, wordsEn }: BlogText) {
  return writePostInput.parse({ kind: kind ?? 'post', title, words, titleEn, wordsEn });
}

function writer({ secretary, workers }: Community, { by }: BlogText): Person {
  return by === 'secretary' ? secretary : (workers[1] ?? secretary);
}

type At = (daysAgo: number, minute?: number) => { within: { trx: Ground['trx']; now: Date; quiet: boolean } };

async function post(community: Community, text: BlogText, at: At): Promise<number> {
  const { viewer } = writer(community, text);
  const { number } = await writePost(viewer, community.id, inputOf(text), at(text.daysAgo));
  await publishPost(viewer, { communityId: community.id, number }, at(text.daysAgo, 640));
  return number;
}

function firstText(): BlogText {
  const [first] = blogTexts;
  if (!first) throw new Error('the blog has no texts');
  return first;
}
