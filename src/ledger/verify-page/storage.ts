/** What this browser keeps for the page: which ledger it has seen, and the language. Some browsers keep nothing for a saved file. */
import { readMemory, type Memory } from './memory.ts';
import type { Locale } from './say.ts';

/** Null when nothing can be kept here. */
export function recall(origin: string): Memory | null {
  const store = storage();
  return store && readMemory(store.getItem(`ledger ${origin}`));
}

export function keep(origin: string, memory: Memory): void {
  try {
    storage()?.setItem(`ledger ${origin}`, JSON.stringify(memory));
  } catch {
    // Full: then the next visit compares with what was kept before.
  }
}

export function keptLocale(): Locale | null {
  const kept = storage()?.getItem('language');
  return kept === 'en' || kept === 'zh-CN' ? kept : null;
}

export function keepLocale(locale: Locale): void {
  try {
    storage()?.setItem('language', locale);
  } catch {
    // Then it is asked of the browser again.
  }
}

function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
