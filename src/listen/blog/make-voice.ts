import { z } from 'zod';
import type { Json } from '#foundation/server/perform.ts';
import { Missing, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { submitVoice, submitVoiceInput, words, signedIn } from '#listen/voices/index.ts';
import type { Comment } from './comment.ts';
import { reachComment, reachOwnComment, type CommentRef } from './load-comment.ts';
import { tellAuthor } from './tell-author.ts';
import { whyNotDecide, whyNotMakeVoice } from './why-not-comment.ts';

/** Where it is, whose conduct it is about, and whether the number may stand beneath the comment (only its author says so). */
export const makeVoiceInput = z.object({
  kind: submitVoiceInput.shape.kind,
  placeId: submitVoiceInput.shape.placeId,
  placeWords: words(200).optional(),
  accusedIds: submitVoiceInput.shape.accusedIds,
  agrees: z.boolean().default(false),
});
export type MakeVoice = z.infer<typeof makeVoiceInput>;
export type MadeVoice = { voiceId: string; number: string };

/** By the author alone: their own words become their own voice. Throws Missing, Refused, Invalid. */
export async function makeOwnVoice(viewer: Viewer, ref: CommentRef, input: MakeVoice, how?: How): Promise<MadeVoice> {
  return perform(intentOf(viewer, 'blog.own_voice', [ref, input]), how, async (act) => {
    const comment = await reachOwnComment(act.trx, viewer, ref);
    refuseIf(whyNotMakeVoice(comment));
    return make(act, viewer, comment, input);
  });
}

/** By the office, on behalf of whoever wrote it: the voice, its number and its query code are that person's. */
export async function makeVoiceOf(viewer: Viewer, ref: CommentRef, input: MakeVoice, how?: How): Promise<MadeVoice> {
  return perform(intentOf(viewer, 'blog.voice', [ref, input]), how, async (act) => {
    const comment = await reachComment(act.trx, viewer, ref);
    refuseIf(comment.stage === 'hidden' ? null : whyNotDecide(comment, viewer));
    refuseIf(whyNotMakeVoice(comment));
    return make(act, viewer, comment, { ...input, agrees: false }, comment.authorId);
  });
}

function intentOf(viewer: Viewer, verb: string, input: Json) {
  return { actor: actorKey(viewer), verb, input };
}

/** Whose conduct the comment is about is named in the voice, too: the wall goes along. */
async function make(act: Act, viewer: Viewer, comment: Comment, input: MakeVoice, speakerId?: string): Promise<MadeVoice> {
  const { communityId, id } = comment;
  const { said, title } = await wordsOf(act, comment);
  const accusedIds = [...new Set([...input.accusedIds, ...comment.namedIds])];
  const voice = submitVoiceInput.parse({
    words: said,
    channel: 'blog_comment',
    kind: accusedIds.length > 0 ? 'complaint' : input.kind,
    placeId: input.placeId,
    placeWords: input.placeWords ?? title,
    accusedIds,
  });
  const { voiceId, number } = await submitVoice(viewer, communityId, voice, [], { within: act }, speakerId);
  await act.trx
    .insertInto('blog_comment_voices')
    .values({
      community_id: communityId,
      comment_id: id,
      voice_id: voiceId,
      made_at: act.now,
      made_by: signedIn(viewer),
      agreed_at: input.agrees ? act.now : null,
    })
    .execute();
  if (speakerId) await tellAuthor(act, comment, 'heard', voiceId);
  // Neither the number nor the voice: this event may be read by those who must not know of it.
  await recordEvent(act, {
    communityId,
    name: 'blog.comment_heard',
    subjectId: id,
    actorId: viewer.personId,
    actorRole: actingRole(viewer, communityId),
  });
  return { voiceId, number };
}

async function wordsOf({ trx }: Act, { communityId, id, version, postId }: Comment): Promise<{ said: string; title: string }> {
  const row = await trx
    .selectFrom('blog_comment_versions')
    .innerJoin('blog_posts', (join) => join.on('blog_posts.community_id', '=', communityId).on('blog_posts.id', '=', postId))
    .innerJoin('blog_post_versions', (join) =>
      join
        .onRef('blog_post_versions.community_id', '=', 'blog_posts.community_id')
        .onRef('blog_post_versions.post_id', '=', 'blog_posts.id')
        .onRef('blog_post_versions.version', '=', 'blog_posts.version'),
    )
    .select(['blog_comment_versions.words as said', 'blog_post_versions.title'])
    .where('blog_comment_versions.community_id', '=', communityId)
    .where('comment_id', '=', id)
    .where('blog_comment_versions.version', '=', version)
    .executeTakeFirst();
  if (!row) throw new Missing();
  return row;
}
