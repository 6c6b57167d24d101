import { hasRole, type Viewer } from '#community/people/index.ts';
import type { BlogSettings, Post } from './post.ts';

// The rules of posts. Null: nothing stands against it; otherwise a refusal code.

export type Why = string | null;

/** Whoever works on the blog at all: the office, and next door if the secretary lets them. */
export function whyNotWrite(viewer: Viewer, communityId: number, settings: BlogSettings): Why {
  if (hasRole(viewer, communityId, 'community_secretary', 'community_worker')) return null;
  const nextDoor = hasRole(viewer, communityId, 'liaison_officer', 'building_chief');
  return nextDoor && settings.nextDoorWrites ? null : 'blog.only-office-writes';
}

/** A post carries one name: its author changes it, or the secretary. */
export function whyNotEdit(post: Post, viewer: Viewer, settings: BlogSettings): Why {
  if (hasRole(viewer, post.communityId, 'community_secretary')) return archived(post);
  const why = whyNotWrite(viewer, post.communityId, settings);
  if (why) return why;
  return post.authorId === viewer.personId ? archived(post) : 'blog.only-author';
}

export function whyNotPublish(post: Post, viewer: Viewer, settings: BlogSettings): Why {
  return whyNotEdit(post, viewer, settings) ?? (post.stage === 'published' ? 'blog.published-already' : null);
}

/** A day and an hour ahead; one that has gone by would be now. */
export function whyNotSchedule(post: Post, viewer: Viewer, settings: BlogSettings, at: Date, now: Date): Why {
  return whyNotPublish(post, viewer, settings) ?? (at > now ? null : 'blog.hour-not-ahead');
}

export function whyNotArchive(post: Post, viewer: Viewer, settings: BlogSettings): Why {
  return whyNotEdit(post, viewer, settings) ?? (post.stage === 'published' ? null : 'blog.not-published');
}

/** Whoever works on the blog takes a picture down, also another's post's: nobody waits for the author. */
export function whyNotTakeDownPicture(viewer: Viewer, communityId: number, settings: BlogSettings): Why {
  return viewer.kind === 'system' ? null : whyNotWrite(viewer, communityId, settings);
}

export function whyNotSteer(viewer: Viewer, communityId: number): Why {
  return hasRole(viewer, communityId, 'community_secretary') ? null : 'blog.only-secretary';
}

function archived(post: Post): Why {
  return post.stage === 'archived' ? 'blog.archived' : null;
}
