// The public holidays of mainland China, and the weekend days worked to make up for them.
// Written as the notices of the State Council's General Office write them, one line per festival,
// so that each year can be compared with its notice at a glance.

import { shiftDay } from './shanghai-day.ts';
import type { CalendarEntry } from './working-days.ts';

type Name = CalendarEntry['name'];
type Festival = { name: Name; from: string; to: string; madeUpOn?: string[] };

const newYear = { zh: '元旦', en: 'New Year’s Day' } satisfies Name;
const spring = { zh: '春节', en: 'Spring Festival' } satisfies Name;
const qingming = { zh: '清明节', en: 'Qingming Festival' } satisfies Name;
const labour = { zh: '劳动节', en: 'Labour Day' } satisfies Name;
const dragonBoat = { zh: '端午节', en: 'Dragon Boat Festival' } satisfies Name;
const midAutumn = { zh: '中秋节', en: 'Mid-Autumn Festival' } satisfies Name;
const national = { zh: '国庆节', en: 'National Day' } satisfies Name;
const nationalAndMidAutumn = { zh: '国庆节、中秋节', en: 'National Day and Mid-Autumn Festival' } satisfies Name;

// 国务院办公厅关于2025年部分节假日安排的通知 (国办发明电〔2024〕12号), 12 November 2024
const notice2025: Festival[] = [
  { name: newYear, from: '2025-01-01', to: '2025-01-01' },
  { name: spring, from: '2025-01-28', to: '2025-02-04', madeUpOn: ['2025-01-26', '2025-02-08'] },
  { name: qingming, from: '2025-04-04', to: '2025-04-06' },
  { name: labour, from: '2025-05-01', to: '2025-05-05', madeUpOn: ['2025-04-27'] },
  { name: dragonBoat, from: '2025-05-31', to: '2025-06-02' },
  { name: nationalAndMidAutumn, from: '2025-10-01', to: '2025-10-08', madeUpOn: ['2025-09-28', '2025-10-11'] },
];

// 国务院办公厅关于2026年部分节假日安排的通知, 4 November 2025
const notice2026: Festival[] = [
  { name: newYear, from: '2026-01-01', to: '2026-01-03', madeUpOn: ['2026-01-04'] },
  { name: spring, from: '2026-02-15', to: '2026-02-23', madeUpOn: ['2026-02-14', '2026-02-28'] },
  { name: qingming, from: '2026-04-04', to: '2026-04-06' },
  { name: labour, from: '2026-05-01', to: '2026-05-05', madeUpOn: ['2026-05-09'] },
  { name: dragonBoat, from: '2026-06-19', to: '2026-06-21' },
  { name: midAutumn, from: '2026-09-25', to: '2026-09-27' },
  { name: national, from: '2026-10-01', to: '2026-10-07', madeUpOn: ['2026-09-20', '2026-10-10'] },
];

// PROVISIONAL: no notice for 2027 was at hand. Only the 13 days of the regulation (全国年节及纪念日放假办法, art. 2,
// as revised on 10 November 2024), without bridging days, make-up days or the days given back for weekends (art. 6):
// until an administrator imports the notice, a date may fall on a day off. The lunar new year begins on 6 February:
// the new moon comes at 23:56 in Beijing, so close to midnight that Intl's Chinese calendar puts it one day late.
const regulation2027: Festival[] = [
  { name: newYear, from: '2027-01-01', to: '2027-01-01' },
  { name: spring, from: '2027-02-05', to: '2027-02-08' },
  { name: qingming, from: '2027-04-05', to: '2027-04-05' },
  { name: labour, from: '2027-05-01', to: '2027-05-02' },
  { name: dragonBoat, from: '2027-06-09', to: '2027-06-09' },
  { name: midAutumn, from: '2027-09-15', to: '2027-09-15' },
  { name: national, from: '2027-10-01', to: '2027-10-03' },
];

/** Every holiday and make-up working day known for 2025, 2026 and (provisional) 2027, in the order of the calendar. */
export const chinaDays: readonly CalendarEntry[] = [
  ...[...notice2025, ...notice2026].flatMap(entriesOf),
  ...regulation2027.flatMap(entriesOf).map((entry): CalendarEntry => ({ ...entry, provisional: true })),
].toSorted((a, b) => (a.day < b.day ? -1 : 1));

/** The festivals by name, for rows that come with a Chinese name only. */
export const festivalNames: readonly Name[] = [newYear, spring, qingming, labour, dragonBoat, midAutumn, national, nationalAndMidAutumn];

function entriesOf({ name, from, to, madeUpOn = [] }: Festival): CalendarEntry[] {
  const entries = madeUpOn.map((day): CalendarEntry => ({ day, kind: 'workday', name }));
  for (let day = from; day <= to; day = shiftDay(day, 1)) entries.push({ day, kind: 'holiday', name });
  return entries;
}
