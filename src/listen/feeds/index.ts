// Who wants to hear of what is published here. Only this file is imported from outside the room.

export { findSubscriptions, type Subscription } from './find-subscriptions.ts';
export { subscribe, subscribeInput, type Subscribe } from './subscribe.ts';
export { tellSubscribers } from './tell-subscribers.ts';
export { unsubscribe } from './unsubscribe.ts';
