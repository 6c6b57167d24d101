/** The ways out of the house for messages, chosen by the settings of the installation. */
import { openHttpSms } from './http-sms.ts';
import { openHttpWechat, USUAL_WECHAT_FIELDS } from './http-wechat.ts';
import type { MailGateway } from './mail.ts';
import { openMailOutbox, openSmsOutbox, openWechatOutbox, type OutboxSettings } from './outbox.ts';
import { USUAL_SMS_FIELDS } from './sms-fields.ts';
import type { SmsGateway } from './sms.ts';
import { openSmtp } from './smtp.ts';
import type { WechatGateway } from './wechat.ts';

/** Empty or absent addresses mean the outbox. `smsFields` and `smsAccepted`: see `HttpSmsSettings`. */
export type GatewaySettings = {
  outboxFolder: string;
  smtpUrl?: string | undefined;
  mailFrom?: string | undefined;
  smsUrl?: string | undefined;
  smsToken?: string | undefined;
  smsBody?: 'json' | 'form' | undefined;
  smsFields?: Record<string, string> | undefined;
  smsAccepted?: string | undefined;
  smsAllowPrivate?: boolean | undefined;
  wechatUrl?: string | undefined;
  wechatAppId?: string | undefined;
  wechatSecret?: string | undefined;
  wechatTemplates?: Record<string, string> | undefined;
  wechatFields?: Record<string, string> | undefined;
  wechatAllowPrivate?: boolean | undefined;
  echo?: boolean | undefined;
};

export type Gateways = { sms: SmsGateway; mail: MailGateway; wechat: WechatGateway };

/** Opens the gateways; connects to nothing yet. Throws when a setting cannot be right, so that the start stops. */
export function openGateways(settings: GatewaySettings): Gateways {
  const outbox = { folder: settings.outboxFolder, echo: settings.echo ?? false };
  if (settings.smtpUrl && !settings.mailFrom) throw new Error('a mail server needs a sender address as well');
  return {
    mail: settings.smtpUrl && settings.mailFrom ? openSmtp({ url: settings.smtpUrl, from: settings.mailFrom }) : openMailOutbox(outbox),
    sms: settings.smsUrl
      ? openHttpSms({
          url: settings.smsUrl,
          token: settings.smsToken,
          body: settings.smsBody ?? 'json',
          fields: settings.smsFields ?? USUAL_SMS_FIELDS,
          accepted: settings.smsAccepted,
          allowPrivate: settings.smsAllowPrivate ?? false,
        })
      : openSmsOutbox(outbox),
    wechat: openWechat(settings, outbox),
  };
}

function openWechat(settings: GatewaySettings, outbox: OutboxSettings): WechatGateway {
  const { wechatUrl: url, wechatAppId: appId, wechatSecret: secret, wechatTemplates: templates } = settings;
  if (!url) return openWechatOutbox(outbox);
  if (!appId || !secret || !templates) throw new Error('WeChat needs the account, its secret and the templates as well');
  const fields = settings.wechatFields ?? USUAL_WECHAT_FIELDS;
  return openHttpWechat({ url, appId, secret, templates, fields, allowPrivate: settings.wechatAllowPrivate ?? false });
}
