import type { Act } from '#foundation/server/perform.ts';
import { notify } from '#community/notices/index.ts';
import type { Comment } from './comment.ts';

/** Within a command: whoever wrote a comment is told what was decided about it; reason and words stand on its page. */
export async function tellAuthor(
  act: Act,
  comment: Comment,
  what: 'shown' | 'hidden' | 'kept' | 'reversed' | 'heard',
  event: string,
): Promise<void> {
  if (act.quiet) return;
  await notify(act, {
    communityId: comment.communityId,
    personId: comment.authorId,
    topic: what === 'heard' ? 'own_voice' : 'moderation',
    template: `blog.${what}`,
    about: { kind: 'blog_comment', id: comment.id },
    event,
  });
}
