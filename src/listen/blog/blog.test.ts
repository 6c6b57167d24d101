import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makePerson, makeWorld, type World } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { erasePersonData, type Viewer } from '#community/people/index.ts';
import { codeOf, findOwnVoices, findVoicePage } from '#listen/voices/index.ts';
import { agreeToNumber } from './agree-to-number.ts';
import { appealDecision } from './appeal-decision.ts';
import { archivePost } from './archive-post.ts';
import { commentOnPost, commentOnPostInput } from './comment-on-post.ts';
import { decideAppeal } from './decide-appeal.ts';
import { decideComment, decideCommentInput } from './decide-comment.ts';
import { editComment } from './edit-comment.ts';
import { countComments, findCommentDesk, findDeskComments } from './find-comment-desk.ts';
import { findCommentPage } from './find-comment-page.ts';
import { findComments } from './find-comments.ts';
import { findDecisions } from './find-decisions.ts';
import { findPost } from './find-post.ts';
import { findMonths, findPosts } from './find-posts.ts';
import { makeOwnVoice, makeVoiceInput, makeVoiceOf } from './make-voice.ts';
import { publishPost } from './publish-post.ts';
import { reportComment } from './report-comment.ts';
import { publishRules } from './rules.ts';
import { schedulePost } from './schedule-post.ts';
import { chooseBlogSettings } from './settings.ts';
import { tendBlog } from './tend-blog.ts';
import { withdrawComment } from './withdraw-comment.ts';
import { editPost, writePost, writePostInput } from './write-post.ts';

useDatabase();

const text = writePostInput.parse({ title: 'The garden', words: 'The benches are painted.' });
const plain = makeVoiceInput.parse({});
const hide = decideCommentInput.parse({ decision: 'hidden', rule: 1, reason: 'It insults somebody' });
const show = decideCommentInput.parse({ decision: 'shown' });

async function makeBlog(checkedFirst = true) {
  const world = await makeWorld();
  const at = { communityId: world.communityId };
  await publishRules(world.secretary, at.communityId, { zh: 'a\nb', en: 'a\nb' });
  await chooseBlogSettings(world.secretary, at.communityId, { checkedFirst, nextDoorWrites: false, closesAfterDays: null });
  const { number } = await writePost(world.worker, at.communityId, text);
  const post = { ...at, number };
  await publishPost(world.worker, post);
  const wang = await makePerson(world, 'resident', 'Wang');
  const supervisor = await makePerson(world, 'supervisory_member', 'Supervisor');
  return { world, at, post, wang, supervisor };
}

async function say(viewer: Viewer, post: { communityId: number; number: number }, words: string, namedIds: string[] = []) {
  const { commentId, stage } = await commentOnPost(viewer, post, commentOnPostInput.parse({ words, namedIds }));
  return { ref: { communityId: post.communityId, id: commentId }, stage };
}

async function shownBeneath({ communityId, number }: { communityId: number; number: number }, viewer: Viewer) {
  return findComments(viewer, communityId, (await findPost(viewer, { communityId, number })).id);
}

describe('posts', () => {
  it('a draft is nobody else’s business; it is scheduled, appears at its hour, and what it said before stays visible', async () => {
    const { world, at, wang } = await makeBlog();
    const { number } = await writePost(world.worker, at.communityId, text);
    const post = { ...at, number };
    await expect(findPost(wang, post)).rejects.toThrow('access.not-found');
    await expect(editPost(world.colleague, post, text)).rejects.toThrow('blog.only-author');
    await expect(schedulePost(world.worker, post, { at: '2020-01-01T08:00:00+08:00' })).rejects.toThrow('blog.hour-not-ahead');
    const hour = new Date(Date.now() + 3_600_000);
    await schedulePost(world.worker, post, { at: hour.toISOString() });
    expect((await tendBlog()).published).toBe(0);
    await tendBlog(new Date(hour.getTime() + 1000));
    expect(await findPost(wang, post)).toMatchObject({ stage: 'published', author: 'Worker' });
    await editPost(world.secretary, post, { ...text, title: 'The gardens' }, { now: new Date(hour.getTime() + 5000) });
    const page = await findPost(wang, post);
    expect(page.versions.map(({ title, by }) => [title, by])).toEqual([
      ['The gardens', 'Secretary'],
      ['The garden', 'Worker'],
    ]);
    expect((await findPosts(at.communityId, { limit: 5 })).rows.map(({ title }) => title)).toEqual(['The gardens', 'The garden']);
    expect((await findMonths(at.communityId)).reduce((sum, { posts }) => sum + posts, 0)).toBe(2);
    await archivePost(world.worker, post);
    await expect(editPost(world.worker, post, text)).rejects.toThrow('blog.archived');
    expect(await findPost(wang, post)).toMatchObject({ whyNotComment: 'blog.comments-closed' });
  });

  it('chiefs write once the secretary lets them', async () => {
    const { world, at } = await makeBlog();
    const chief = await makePerson({ ...world, placeId: await placeIn(world) }, 'building_chief', 'Chief');
    await expect(writePost(chief, at.communityId, text)).rejects.toThrow('blog.only-office-writes');
    await chooseBlogSettings(world.secretary, at.communityId, { checkedFirst: true, nextDoorWrites: true, closesAfterDays: null });
    await writePost(chief, at.communityId, text);
    await expect(publishRules(world.worker, at.communityId, { zh: 'a', en: 'a' })).rejects.toThrow('blog.only-secretary');
    await expect(publishRules(world.secretary, at.communityId, { zh: 'a\nb', en: 'a' })).rejects.toThrow('blog.rules-uneven');
  });
});

describe('comments', () => {
  it('waits, is hidden for a rule and a reason, appealed to somebody else, shown again; the account is public', async () => {
    const { world, at, post, wang, supervisor } = await makeBlog();
    const { ref, stage } = await say(wang, post, 'Nobody waters the roses');
    expect(stage).toBe('waiting');
    expect(await shownBeneath(post, world.colleague)).toEqual([]);
    expect((await shownBeneath(post, wang))[0]).toMatchObject({ waiting: true, own: true });
    await expect(decideComment(world.worker, ref, { ...hide, rule: 3 })).rejects.toThrow('blog.rule-needed');
    await decideComment(world.worker, ref, hide);
    expect((await shownBeneath(post, supervisor))[0]).toMatchObject({ words: null, gone: 'hidden', rule: 1 });
    expect((await findCommentPage(wang, ref)).decisions[0]).toMatchObject({ reason: 'It insults somebody', by: 'Worker' });
    await expect(findCommentPage(supervisor, ref)).rejects.toThrow('access.not-found');
    await appealDecision(wang, ref, { words: 'It is about roses' });
    await expect(appealDecision(wang, ref, { words: 'Again' })).rejects.toThrow('blog.appealed-already');
    expect(await countComments(supervisor, at.communityId)).toEqual({ waiting: 0, late: 0, appeals: 1 });
    await expect(decideAppeal(world.worker, ref, { outcome: 'kept', answer: 'No' })).rejects.toThrow('blog.not-yours-to-decide');
    await decideAppeal(supervisor, ref, { outcome: 'reversed', answer: 'Roses are no insult' });
    expect((await shownBeneath(post, supervisor))[0]).toMatchObject({ words: 'Nobody waters the roses', gone: null });
    expect((await findDecisions(at.communityId)).rows).toMatchObject([{ rule: 1, rulesVersion: 1, appealed: true, outcome: 'reversed' }]);
    const lines = await database().selectFrom('ledger_queue').select('entry').execute();
    const said = lines.map(({ entry }) => entry.toString()).filter((line) => line.includes('"blog.'));
    expect(said.filter((line) => line.includes(`"community":${at.communityId}`) || true).length).toBeGreaterThan(2);
    expect(said.join()).not.toContain('roses');
  });

  it('whoever decided never decides the appeal', async () => {
    const { world, post, wang } = await makeBlog();
    const { ref } = await say(wang, post, 'Hm');
    await decideComment(world.secretary, ref, hide);
    await appealDecision(wang, ref, { words: 'Please' });
    await expect(decideAppeal(world.secretary, ref, { outcome: 'kept', answer: 'No' })).rejects.toThrow('blog.another-person');
    await decideAppeal(world.street, ref, { outcome: 'kept', answer: 'It stays' });
    expect((await findCommentPage(wang, ref)).stage).toBe('hidden');
  });

  it('a comment about somebody’s conduct is out of their reach, always looked at first, and whoever it names by name steps aside', async () => {
    const { world, at, post, wang } = await makeBlog(false);
    const { ref, stage } = await say(wang, post, 'They shouted at me', [world.worker.personId ?? '']);
    expect(stage).toBe('waiting');
    for (const viewer of [world.worker, world.colleague])
      await expect(decideComment(viewer, ref, hide)).rejects.toThrow('access.not-found');
    expect(await findDeskComments(world.worker, at.communityId, 'waiting')).toEqual([]);
    await decideComment(world.secretary, ref, show);
    const bare = await say(wang, post, 'Worker never answers');
    await reportComment(world.street, bare.ref, { words: 'Unfair' });
    await expect(decideComment(world.worker, bare.ref, hide)).rejects.toThrow('blog.about-you');
    await decideComment(world.colleague, bare.ref, show);
    const above = await say(wang, post, 'The secretary was rude', [world.secretary.personId ?? '']);
    await expect(decideComment(world.secretary, above.ref, hide)).rejects.toThrow('access.not-found');
    await decideComment(world.street, above.ref, show);
  });

  it('reports, changes and taking back', async () => {
    const { world, at, post, wang } = await makeBlog(false);
    const mi = await makePerson(world, 'resident', 'Mi');
    const { ref, stage } = await say(wang, post, 'Buy my lamps');
    expect(stage).toBe('shown');
    await expect(reportComment(wang, ref, { words: 'No' })).rejects.toThrow('blog.own-report');
    await reportComment(mi, ref, { words: 'Advertising' });
    expect(await findDeskComments(world.worker, at.communityId, 'waiting')).toMatchObject([{ reports: 1 }]);
    await decideComment(world.worker, ref, show);
    expect(await countComments(world.worker, at.communityId)).toMatchObject({ waiting: 0 });
    await editComment(wang, ref, { words: 'I have lamps to give away' });
    expect((await findCommentPage(wang, ref)).versions.map(({ words }) => words)).toEqual(['Buy my lamps']);
    await expect(editComment(mi, ref, { words: 'Ha' })).rejects.toThrow('access.not-found');
    await withdrawComment(wang, ref);
    expect((await shownBeneath(post, mi))[0]).toMatchObject({ words: null, gone: 'withdrawn' });
    await expect(decideComment(world.worker, ref, hide)).rejects.toThrow('blog.withdrawn-already');
  });

  it('what waits too long is reminded of, once', async () => {
    const { world, at, post, wang } = await makeBlog();
    await say(wang, post, 'Hello');
    const later = new Date(Date.now() + 20 * 86_400_000);
    expect((await tendBlog(later)).reminded).toBeGreaterThan(0);
    expect((await tendBlog(later)).reminded).toBe(0);
    expect(await findDeskComments(world.worker, at.communityId, 'waiting')).toMatchObject([{ reminded: true }]);
  });
});

describe('a comment becomes a voice', () => {
  it('made by the office it is the author’s, with number and code; told beneath the comment only if they agree', async () => {
    const { world, at, post, wang } = await makeBlog(false);
    const { ref } = await say(wang, post, 'The lamp is broken');
    const { number, voiceId } = await makeVoiceOf(world.worker, ref, plain);
    const own = await findVoicePage(wang, { communityId: at.communityId, number });
    expect(own).toMatchObject({ asSpeaker: true, channel: 'blog_comment', words: 'The lamp is broken' });
    expect((await findOwnVoices(wang, at.communityId)).map((voice) => voice.number)).toEqual([number]);
    expect((await findCommentPage(wang, ref)).voice).toEqual({ number, code: codeOf(at.communityId, voiceId), agreed: false });
    expect((await shownBeneath(post, world.worker))[0]?.voice).toBeNull();
    await agreeToNumber(wang, ref, { agrees: 'yes' });
    expect((await shownBeneath(post, world.worker))[0]?.voice).toBe(number);
    await expect(makeOwnVoice(wang, ref, plain)).rejects.toThrow('blog.voice-already');
  });

  it('V6: whoever the voice complains about finds neither the comment at the desk nor a word of the voice', async () => {
    const { world, at, post, wang } = await makeBlog(false);
    const { ref } = await say(wang, post, 'Somebody was rude');
    const accusedIds = [world.worker.personId ?? ''];
    await makeOwnVoice(wang, ref, { ...plain, accusedIds, agrees: true });
    expect((await shownBeneath(post, world.worker))[0]).toMatchObject({ voice: null, words: 'Somebody was rude' });
    for (const viewer of [world.worker, world.colleague]) {
      await expect(findCommentDesk(viewer, ref)).rejects.toThrow('access.not-found');
      await expect(makeVoiceOf(viewer, ref, plain)).rejects.toThrow('access.not-found');
      expect(await findDeskComments(viewer, at.communityId, 'shown')).toEqual([]);
    }
    expect((await findCommentDesk(world.secretary, ref)).voice).not.toBeNull();
  });
});

it('E2: comments go with the person; that there was one stays', async () => {
  const { world, at, post, wang } = await makeBlog(false);
  const { ref } = await say(wang, post, 'My roof');
  await database()
    .transaction()
    .execute((trx) => erasePersonData({ trx, now: new Date() }, { personId: null, role: 'system' }, at.communityId, wang.personId ?? ''));
  expect((await shownBeneath(post, world.worker))[0]).toMatchObject({ id: ref.id, words: null, gone: 'erased', signature: null });
  const kept = await database().selectFrom('blog_comment_versions').select('words').where('comment_id', '=', ref.id).execute();
  expect(kept).toEqual([{ words: '' }]);
});

async function placeIn(world: World): Promise<string> {
  const { addPlace } = await import('#community/places/index.ts');
  return (await addPlace(world.secretary, world.communityId, { level: 'building', name: 'B' })).placeId;
}
