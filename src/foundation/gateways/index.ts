export type { MailGateway, MailMessage } from './mail.ts';
export { openGateways } from './open-gateways.ts';
export type { Gateways, GatewaySettings } from './open-gateways.ts';
export { isPublicAddress, pinnedLookup, resolveOutgoing } from './outgoing-address.ts';
export type { PinnedAddress } from './outgoing-address.ts';
export type { SmsGateway, SmsMessage } from './sms.ts';
export { Undelivered } from './undelivered.ts';
