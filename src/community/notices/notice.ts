// What people are told, and how they wish to hear it.

/** What a notice is about, as somebody would sort their own post. */
export const topics = [
  'own_voice',
  'duty',
  'data',
  'contact',
  'disclosure',
  'moderation',
  'meeting',
  'consultation',
  'decision',
  'promise',
  'area',
  'blog',
] as const;
export type Topic = (typeof topics)[number];

/** Only one's own voice and one's own duty are worth interrupting somebody for; the rest waits for the digest. */
export const instantTopics: readonly Topic[] = ['own_voice', 'duty'];

/** What somebody is owed can't be muted: what became of their own matter, what they took on, what was done with their data. */
export const mutableTopics: readonly Topic[] = ['meeting', 'consultation', 'decision', 'promise', 'area', 'blog'];

/** How somebody wishes to hear: only on the page; by letter, text message or WeChat; a call by a human; a printed letter. */
export const contactWays = ['page', 'mail', 'sms', 'call', 'letter', 'wechat'] as const;
export type ContactWay = (typeof contactWays)[number];

export const digestRhythms = ['daily', 'weekly', 'never'] as const;
export type DigestRhythm = (typeof digestRhythms)[number];

/** By which way something really went: a machine's three, the page, or a duty of a human. */
export const sendingWays = ['sms', 'mail', 'wechat', 'page', 'call_duty', 'visit_duty', 'paper_duty'] as const;
export type SendingWay = (typeof sendingWays)[number];
export type MachineWay = 'sms' | 'mail' | 'wechat';

export function isMachineWay(way: SendingWay): way is MachineWay {
  return way === 'sms' || way === 'mail' || way === 'wechat';
}

/**
 * Codes, numbers and days that stand in the sentence. `title`: only what the office itself made public under its name (a
 * meeting, a post, a question set), never what a resident said.
 */
export type Facts = { [name: string]: string | number };
