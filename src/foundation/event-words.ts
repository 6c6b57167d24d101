import { m } from '#words';

/** What a security event is called, such as `role.given`, in the reader's language or in `locale`; an unknown one by its name. */
export function securityEventWords(name: string, locale?: 'zh-CN' | 'en'): string {
  const sentence: unknown = Reflect.get(m, `security_event_${name.replaceAll('.', '_')}`);
  const options = locale ? { locale } : undefined;
  if (typeof sentence !== 'function') return m.security_event_other({ name }, options);
  return String(sentence({}, options));
}

/** Whether an event has words of its own. */
export function hasEventWords(name: string): boolean {
  return Reflect.has(m, `security_event_${name.replaceAll('.', '_')}`);
}
