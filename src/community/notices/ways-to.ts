import type { ContactWay, SendingWay } from './notice.ts';

/** What is known of how somebody can be reached; `serves`: sits at the desk, and finds everything there. */
export type Reach = { phone: boolean; email: boolean; wechat: boolean; serves: boolean };

/**
 * The way somebody wished for, then what comes in its stead when it fails: another machine's, and in the end a human being
 * of the office who calls, or a printed letter. Whoever serves reads it at the desk.
 */
export function waysTo(wish: ContactWay, reach: Reach): SendingWay[] {
  if (wish === 'page') return ['page'];
  const last: SendingWay = reach.serves ? 'page' : reach.phone ? 'call_duty' : 'paper_duty';
  if (wish === 'call') return [reach.phone ? 'call_duty' : last];
  if (wish === 'letter') return ['paper_duty'];
  const machines = [wish, 'sms', 'mail'] as const;
  const reachable = machines.filter((way, at) => machines.indexOf(way) === at && (at === 0 || hasAddress(way, reach)));
  return [...reachable, last];
}

function hasAddress(way: 'sms' | 'mail' | 'wechat', { phone, email, wechat }: Reach): boolean {
  return way === 'sms' ? phone : way === 'mail' ? email : wechat;
}
