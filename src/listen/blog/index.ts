// The community's blog, for every door. Only this file is imported from outside the room.

export { agreeToNumber, agreeToNumberInput } from './agree-to-number.ts';
export { appealDecision, appealDecisionInput } from './appeal-decision.ts';
export { archivePost } from './archive-post.ts';
export { seesComments } from './blog-access.ts';
export { commentOnPost, commentOnPostInput, type CommentOnPost } from './comment-on-post.ts';
export { decideAppeal, decideAppealInput } from './decide-appeal.ts';
export { decideComment, decideCommentInput } from './decide-comment.ts';
export { editComment, editCommentInput } from './edit-comment.ts';
export {
  commentTabs,
  countComments,
  findCommentDesk,
  findDeskComments,
  type CommentDeskPage,
  type CommentTab,
  type DeskComment,
} from './find-comment-desk.ts';
export { findCommentPage, findOwnComments, type CommentPage, type OwnComment } from './find-comment-page.ts';
export { findComments, type ShownComment } from './find-comments.ts';
export { findDecisions, type PublicDecision } from './find-decisions.ts';
export { findPost, findPostDesk, type PostDesk, type PostPage, type PostVersion } from './find-post.ts';
export { findDeskPosts, findMonths, findPosts, type PostRow } from './find-posts.ts';
export { makeOwnVoice, makeVoiceInput, makeVoiceOf, type MakeVoice } from './make-voice.ts';
export { addPicture, addPictureInput, findPicture, objectToPicture, takeDownPicture, type AddPicture } from './pictures.ts';
export { type BlogSettings, type PostKind, type PostStage } from './post.ts';
export { publishPost } from './publish-post.ts';
export { reportComment, reportCommentInput } from './report-comment.ts';
export { findBlogRules, publishRules, publishRulesInput, type BlogRules } from './rules.ts';
export { schedulePost, schedulePostInput } from './schedule-post.ts';
export { chooseBlogSettings, chooseBlogSettingsInput, findSettings } from './settings.ts';
export { tendBlog } from './tend-blog.ts';
export { whyNotSteer, whyNotWrite } from './why-not-post.ts';
export { withdrawComment } from './withdraw-comment.ts';
export { editPost, writePost, writePostInput, type WritePost } from './write-post.ts';
