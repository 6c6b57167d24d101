import { isAbsolute, relative, resolve } from 'node:path';
import { z } from 'zod';

// Everything an operator can set, read once from the environment. docs/settings.md lists the same names.

const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .default('0')
  .transform((text) => text === '1' || text === 'true');
const text = z.string().trim().min(1).optional();

const folder = z.string().transform((path) => resolve(path));

const environment = z
  .object({
    PORT: z.coerce.number().int().min(1).max(65535).default(3000),
    HOST: z.string().default('0.0.0.0'),
    HUIYIN_DATA: z
      .string()
      .default('./data')
      .transform((path) => resolve(path)),
    HUIYIN_KEYS: folder.optional(),
    HUIYIN_BACKUPS: folder.optional(),
    HUIYIN_BACKUP: z.enum(['on', 'off']).default('on'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
    HUIYIN_TRUST_PROXY: flag,
    HUIYIN_DEMO: flag,
    HUIYIN_DEMO_SIZE: z.enum(['small', 'full']).default('small'),
    HUIYIN_WORKER: z.enum(['inside', 'apart']).default('inside'),
    HUIYIN_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    HUIYIN_MAIL_FROM: text,
    HUIYIN_SMS_URL: z.url({ protocol: /^https?$/ }).optional(),
    HUIYIN_SMS_TOKEN: text,
    HUIYIN_SMS_BODY: z.enum(['json', 'form']).default('json'),
    HUIYIN_SMS_FIELDS: z.string().transform(fieldsOf).optional(),
    HUIYIN_SMS_ACCEPTED: text,
    HUIYIN_SMS_ALLOW_PRIVATE: flag,
    HUIYIN_WECHAT_URL: z.url({ protocol: /^https?$/ }).optional(),
    HUIYIN_WECHAT_APPID: text,
    HUIYIN_WECHAT_SECRET: text,
    HUIYIN_WECHAT_TEMPLATES: z.string().transform(fieldsOf).optional(),
    HUIYIN_WECHAT_FIELDS: z.string().transform(fieldsOf).optional(),
    HUIYIN_WECHAT_ALLOW_PRIVATE: flag,
    HUIYIN_LEDGER_POLICY: folder.optional(),
    HUIYIN_WITNESS_LOGS: folder.optional(),
    HUIYIN_WITNESS_ALLOW_PRIVATE: flag,
    HUIYIN_PASSWORD_POLICY: z.enum(['nist', 'dengbao']).default('nist'),
    HUIYIN_RATE_LIMITS: z.enum(['on', 'off']).default('on'),
    HUIYIN_API_READS_PER_MINUTE: z.coerce.number().int().min(1).default(300),
    HUIYIN_API_WRITES_PER_MINUTE: z.coerce.number().int().min(1).default(60),
    HUIYIN_POOL: z.coerce.number().int().min(2).max(100).default(10),
    HUIYIN_KEEP_CONTACT_MONTHS: z.coerce.number().int().min(12).max(120).optional(),
  })
  .transform((given) => ({
    ...given,
    HUIYIN_KEYS: given.HUIYIN_KEYS ?? `${given.HUIYIN_DATA}.keys`,
    HUIYIN_BACKUPS: given.HUIYIN_BACKUPS ?? `${given.HUIYIN_DATA}.backups`,
  }))
  .superRefine(({ HUIYIN_DATA, HUIYIN_KEYS }, context) => {
    // Whoever copies the data, a back-up for one, must not get the keys with it.
    const way = relative(HUIYIN_DATA, HUIYIN_KEYS);
    if (!isAbsolute(way) && !/^\.\.([/\\]|$)/.test(way))
      context.addIssue({ code: 'custom', path: ['HUIYIN_KEYS'], message: 'it must not lie inside HUIYIN_DATA' });
  });

/** A JSON object of texts; anything else stops the start. */
function fieldsOf(json: string, context: z.RefinementCtx): Record<string, string> {
  const parsed = z.record(z.string(), z.string()).safeParse(readJson(json));
  if (parsed.success) return parsed.data;
  context.addIssue({ code: 'custom', message: 'it must be a JSON object of texts' });
  return z.NEVER;
}

function readJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

export type Settings = z.infer<typeof environment>;

/** One sentence that says what to do; shown to the operator instead of a stack trace. */
export class SettingsError extends Error {}

/** Reads the settings. Empty variables count as unset. Throws SettingsError naming the variable that is wrong. */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (parsed.success) return parsed.data;
  const problem = parsed.error.issues[0];
  throw new SettingsError(`${problem?.path.join('.')} is not usable (${problem?.message}). See docs/settings.md for what it may be.`);
}
