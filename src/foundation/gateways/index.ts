export type { MailGateway, MailMessage } from './mail.ts';
export { openGateways } from './open-gateways.ts';
export type { Gateways, GatewaySettings } from './open-gateways.ts';
export { outgoingFetch } from './outgoing-fetch.ts';
export type { Outgoing, OutgoingAnswer } from './outgoing-fetch.ts';
export type { SmsGateway, SmsMessage } from './sms.ts';
export { Undelivered } from './undelivered.ts';
