// A post of the community's blog: written under a name, and in one of four stages. An announcement is a post that is also
// hung on the notice board and read aloud (method.md M23).

export const postKinds = ['post', 'announcement'] as const;
export type PostKind = (typeof postKinds)[number];
export const postStages = ['draft', 'scheduled', 'published', 'archived'] as const;
export type PostStage = (typeof postStages)[number];

/** What the rules of a post need to know. */
export type Post = {
  communityId: number;
  id: string;
  number: number;
  kind: PostKind;
  authorId: string;
  stage: PostStage;
  version: number;
  publishAt: Date | null;
  publishedAt: Date | null;
};

/** How a community runs its blog, until it chooses otherwise. */
export type BlogSettings = { checkedFirst: boolean; nextDoorWrites: boolean; closesAfterDays: number | null };
export const firstSettings: BlogSettings = { checkedFirst: true, nextDoorWrites: false, closesAfterDays: null };

export const mostPictures = 6;
