import { hasRole, type Viewer } from '#community/people/index.ts';
import type { Comment } from './comment.ts';
import type { BlogSettings, Post } from './post.ts';
import type { Why } from './why-not-post.ts';

// The rules of comments: who may write, who decides, and who decides when somebody objects to that.

/** Under published rules, by somebody signed in who is at home or serves here, as long as the post is open for it. */
export function whyNotComment(post: Post, viewer: Viewer, rules: boolean, settings: BlogSettings, now: Date): Why {
  if (!viewer.personId) return 'blog.sign-in-to-comment';
  if (!viewer.grants.some(({ communityIds }) => communityIds.includes(post.communityId))) return 'blog.neighbours-comment';
  if (!rules) return 'blog.no-rules-yet';
  return isClosed(post, settings, now) ? 'blog.comments-closed' : null;
}

export function isClosed({ stage, publishedAt }: Post, { closesAfterDays }: BlogSettings, now: Date): boolean {
  if (stage !== 'published' || !publishedAt) return true;
  return closesAfterDays !== null && now.getTime() > publishedAt.getTime() + closesAfterDays * 86_400_000;
}

/** One's own words: to be put right as long as nobody has hidden them and they haven't become a voice. */
export function whyNotEditComment(comment: Comment): Why {
  if (comment.voiceId) return 'blog.voice-already';
  return comment.stage === 'hidden' ? 'blog.hidden-appeal' : whyNotWithdrawComment(comment);
}

export function whyNotWithdrawComment({ erased, stage }: Comment): Why {
  return erased || stage === 'withdrawn' ? 'blog.withdrawn-already' : null;
}

/** Anybody signed in about what everybody can read; nobody about their own. */
export function whyNotReport(comment: Comment, viewer: Viewer): Why {
  if (!viewer.personId) return 'blog.sign-in-to-report';
  if (comment.authorId === viewer.personId) return 'blog.own-report';
  return comment.stage === 'shown' && !comment.erased ? null : 'blog.not-shown';
}

/** The office decides, never about its own words, and never over an appeal. Who is named never got here (blog-access.ts). */
export function whyNotDecide(comment: Comment, viewer: Viewer): Why {
  const { communityId, sealed, stage } = comment;
  const office = sealed === 'street' ? [] : (['community_secretary', 'community_worker'] as const);
  const street = sealed === 'none' ? [] : (['street_supervisor'] as const);
  if (!hasRole(viewer, communityId, ...office, ...street)) return 'blog.not-yours-to-decide';
  if (comment.authorId === viewer.personId) return 'blog.own-comment';
  if (stage === 'withdrawn' || comment.erased) return 'blog.withdrawn-already';
  if (stage === 'hidden') return comment.appealId && !comment.appealOutcome ? 'blog.appeal-waits' : 'blog.hidden-already';
  return null;
}

/** Once against each decision, by whose comment it is. */
export function whyNotAppeal(comment: Comment): Why {
  if (comment.stage !== 'hidden' || !comment.decisionId) return 'blog.nothing-to-appeal';
  return comment.appealId ? 'blog.appealed-already' : null;
}

/** Somebody else than whoever decided, and not the author; a supervisory member, the secretary, or the street. */
export function whyNotDecideAppeal(comment: Comment, viewer: Viewer): Why {
  if (!hasRole(viewer, comment.communityId, 'supervisory_member', 'community_secretary', 'street_supervisor')) {
    return 'blog.not-yours-to-decide';
  }
  if (!comment.appealId || comment.appealOutcome || comment.stage !== 'hidden') return 'blog.nothing-to-appeal';
  if (comment.decidedBy === viewer.personId) return 'blog.another-person';
  return comment.authorId === viewer.personId ? 'blog.own-comment' : null;
}

/** A resident's words become a voice, once; of the office's own answers nothing becomes one. */
export function whyNotMakeVoice({ byOffice, erased, stage, voiceId }: Comment): Why {
  if (byOffice) return 'blog.office-comment';
  if (erased || stage === 'withdrawn') return 'blog.withdrawn-already';
  return voiceId ? 'blog.voice-already' : null;
}
