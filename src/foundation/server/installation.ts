import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PgBoss } from 'pg-boss';
import { openGateways, type Gateways } from '#foundation/gateways/index.ts';
import { openPictureStore, type PictureStore } from '#foundation/pictures/index.ts';
import type { Settings } from '#foundation/settings.ts';
import { assertKeysFit } from '#foundation/personal/assert-keys-fit.ts';
import { assertTrustworthy } from './boot-assertions.ts';
import { connect, disconnect } from './database.ts';
import { stopWatchingDisk, watchDisk } from './disk-room.ts';
import { closeJobs, openJobs } from './jobs.ts';
import { openKeysFolder, type OpenKeys } from './keys-folder.ts';

// What one running process of Huiyin holds open besides the database: keys, pictures, gateways.

type Installation = OpenKeys & { settings: Settings; pictures: PictureStore; gateways: Gateways };
let current: Installation | null = null;

/** Opens everything for a process that serves or works; the schema must be up to date already. */
export async function openInstallation(
  settings: Settings,
  databaseUrl: string,
  working: boolean,
): Promise<Installation & { jobs: PgBoss }> {
  const db = connect(databaseUrl, settings.HUIYIN_POOL);
  await assertTrustworthy(db);
  const jobs = await openJobs(databaseUrl, working);
  await watchDisk(join(settings.HUIYIN_DATA, 'postgres'));
  const opened = await openFolder(settings);
  await assertKeysFit(db, opened.personal);
  return { ...opened, jobs };
}

/** Opens the keys folder, and pictures and gateways in the data folder; enough for tests that bring their own database. */
export async function openFolder(settings: Settings): Promise<Installation> {
  const folder = settings.HUIYIN_DATA;
  mkdirSync(folder, { recursive: true });
  current = {
    settings,
    ...(await openKeysFolder(settings)),
    pictures: openPictureStore(join(folder, 'pictures')),
    gateways: openGateways({
      outboxFolder: join(folder, 'outbox'),
      smsBody: settings.HUIYIN_SMS_BODY,
      smsAllowPrivate: settings.HUIYIN_SMS_ALLOW_PRIVATE,
      ...(settings.HUIYIN_SMTP_URL && { smtpUrl: settings.HUIYIN_SMTP_URL }),
      ...(settings.HUIYIN_MAIL_FROM && { mailFrom: settings.HUIYIN_MAIL_FROM }),
      ...(settings.HUIYIN_SMS_URL && { smsUrl: settings.HUIYIN_SMS_URL }),
      ...(settings.HUIYIN_SMS_FIELDS && { smsFields: settings.HUIYIN_SMS_FIELDS }),
      ...(settings.HUIYIN_SMS_ACCEPTED && { smsAccepted: settings.HUIYIN_SMS_ACCEPTED }),
      wechatUrl: settings.HUIYIN_WECHAT_URL,
      wechatAppId: settings.HUIYIN_WECHAT_APPID,
      wechatSecret: settings.HUIYIN_WECHAT_SECRET,
      wechatTemplates: settings.HUIYIN_WECHAT_TEMPLATES,
      wechatFields: settings.HUIYIN_WECHAT_FIELDS,
      wechatAllowPrivate: settings.HUIYIN_WECHAT_ALLOW_PRIVATE,
      ...(settings.HUIYIN_SMS_TOKEN && { smsToken: settings.HUIYIN_SMS_TOKEN }),
    }),
  };
  return current;
}

export function installation(): Installation {
  if (!current) throw new Error('openInstallation() has not been called');
  return current;
}

export async function closeInstallation(): Promise<void> {
  current = null;
  stopWatchingDisk();
  await closeJobs();
  await disconnect();
}
