import type { ContactWay, DueReason, Presence, Result, Rhythm, VisitPurpose, VisitStep } from '#listen/visits/index.ts';
import { m } from '#words';

// What the codes of a visit are called.

export function resultWord(result: Result): string {
  return m[`visits_result_${result}`]();
}

export function purposeWord(purpose: VisitPurpose): string {
  return m[`visits_purpose_${purpose}`]();
}

export function presentWord(presence: Presence): string {
  return m[`visits_present_${presence}`]();
}

export function rhythmWord(rhythm: Rhythm): string {
  return m[`visits_wish_${rhythm}`]();
}

export function contactWord(contact: ContactWay): string {
  return m[`visits_contact_${contact}`]();
}

export function dueWord(reason: DueReason): string {
  return m[`visits_due_${reason}`]();
}

export function stepWord(step: VisitStep): string {
  return m[`visits_step_${step}`]();
}

/** How a step was taken, where that says something: signed, by telephone …; null otherwise. */
export function stepWayWord(way: string | null): string | null {
  switch (way) {
    case 'signed':
    case 'spoken':
    case 'unwilling':
      return m[`visits_read_${way}`]();
    case 'page':
    case 'phone':
    case 'desk':
    case 'paper':
    case 'visit':
      return m[`visits_way_${way}`]();
    default:
      return null;
  }
}
