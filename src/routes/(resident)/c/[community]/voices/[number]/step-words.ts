import type { TimelineItem } from '#listen/voices/index.ts';
import { m } from '#words';
import { sayPromisedDay } from '../../../../say-when.ts';

/** One step of a voice, said to the one who spoke: who did what, never a stage's name. */
export function stepWords(item: TimelineItem): string {
  const byOffice = item.role !== 'reporter';
  const name = item.by ?? m.resident_line_office();
  const day = item.day ? sayPromisedDay(item.day) : '';
  switch (item.event) {
    case 'received':
      return byOffice && item.by ? m.resident_line_received_on_behalf({ name }) : m.resident_line_received();
    case 'assigned':
      return m.resident_line_assigned({ name: item.to ?? name });
    case 'accepted':
    case 'declined':
    case 'answered':
      return m[`resident_line_${item.event}`]({ name });
    case 'waited':
      return day ? m.resident_line_waited_until({ day }) : m.resident_line_waited();
    case 'scheduled':
      return m.resident_line_scheduled({ day });
    case 'extended':
      return m.resident_line_extended({ day: item.dueAt ? sayPromisedDay(item.dueAt) : day });
    case 'referral_asked':
    case 'referral_confirmed':
      return m[`resident_line_${item.event}`]({ name: item.to ?? '' });
    case 'confirmed':
      return item.rating ? m.resident_line_confirmed({ rating: item.rating }) : m.resident_line_confirmed_bare();
    case 'reopened':
      return byOffice ? m.resident_line_reopened_by_staff({ name }) : m.resident_line_reopened();
    case 'added_to':
      return byOffice ? m.resident_line_added_to_by_staff({ name }) : m.resident_line_added_to();
    case 'closed_documented':
      return m.resident_line_closed_documented({ reason: reasonWords(item) });
    case 'noted':
    case 'owner_dropped':
    case 'told':
      return '';
    default:
      return m[`resident_line_${item.event}`]();
  }
}

function reasonWords({ code, day }: TimelineItem): string {
  switch (code) {
    case 'NOT_NOW':
      return m.resident_reason_NOT_NOW({ day: day ? sayPromisedDay(day) : '' });
    case 'UNREACHABLE':
    case 'NO_POWER_REFERRED':
    case 'UNLAWFUL_OR_IMPOSSIBLE':
    case 'SAME_FACTS_ALREADY_ANSWERED':
    case 'ANONYMOUS':
    case 'RESIDENT_DECLINED_TO_CONFIRM':
      return m[`resident_reason_${code}`]();
    default:
      return '';
  }
}
