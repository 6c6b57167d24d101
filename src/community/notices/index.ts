export { contactWays, digestRhythms, mutableTopics, topics } from './notice.ts';
export type { ContactWay, DigestRhythm, Facts, SendingWay, Topic } from './notice.ts';
export { hasNoticeWords, noticeWords } from './notice-words.ts';
export { notify, notifyAll, type Notice } from './notify.ts';
export { sendNotice } from './send-notice.ts';
export { sendOut, type Sending } from './send-out.ts';
