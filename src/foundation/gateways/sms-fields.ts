/** How one message is laid out in the fields a carrier expects. */
import type { SmsMessage } from './sms.ts';

export const USUAL_SMS_FIELDS: Record<string, string> = { to: '{to}', text: '{text}', template: '{template}', vars: '{vars}' };

/**
 * Fills `{to}`, `{text}`, `{template}` and `{vars}` (the variables as JSON text) into each field. In one pass:
 * what a resident wrote is never read as a placeholder, and it can never add a field.
 */
export function fillSmsFields(fields: Record<string, string>, message: SmsMessage): Record<string, string> {
  const parts = new Map([
    ['{to}', message.to],
    ['{text}', message.text],
    ['{template}', message.template],
    ['{vars}', JSON.stringify(message.vars)],
  ]);
  return Object.fromEntries(
    Object.entries(fields).map(([name, template]) => [
      name,
      template.replace(/\{\w+\}/gu, (placeholder) => parts.get(placeholder) ?? placeholder),
    ]),
  );
}
