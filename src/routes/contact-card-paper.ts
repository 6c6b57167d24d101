import { toString } from 'qrcode';
import type { ContactCardPaper } from '#foundation/papers/index.ts';
import type { CardContacts } from '#listen/cards/index.ts';
import type { ShownOfficer } from '#listen/liaison/index.ts';
import { m } from '#words';
import { paths } from '#paths';

/** What goes on a card: officers and offices, never anybody who lives behind the door it hangs at. */
export type OnCard = {
  locale: 'zh-CN' | 'en';
  url: URL;
  slug: string;
  office: string;
  phone: string | null;
  hours: string | null;
  officer: Pick<ShownOfficer, 'name' | 'phone'> | null;
  chief: string | null;
  contacts: CardContacts;
  number: string;
};

export async function contactCardPaper(on: OnCard): Promise<ContactCardPaper> {
  const { contacts, officer, url, slug } = on;
  const calls: ContactCardPaper['calls'] = [];
  if (on.phone) calls.push({ term: m.card_call_community(), text: on.hours, number: on.phone, large: true });
  if (officer) calls.push({ term: m.liaison_one(), text: officer.name, number: officer.phone ?? '', large: false });
  if (on.chief) calls.push({ term: m.card_call_chief(), text: on.chief, number: '', large: false });
  if (contacts.policeName || contacts.policePhone)
    calls.push({ term: m.card_police(), text: contacts.policeName ?? null, number: contacts.policePhone ?? '', large: false });
  if (contacts.propertyName || contacts.propertyPhone)
    calls.push({ term: m.card_property(), text: contacts.propertyName ?? null, number: contacts.propertyPhone ?? '', large: false });
  if (contacts.complaintPhone) calls.push({ term: m.card_complaint_line(), text: null, number: contacts.complaintPhone, large: false });
  calls.push({ term: m.card_call_hotline(), text: null, number: '12345', large: false });
  return {
    locale: on.locale,
    title: m.card_paper_title(),
    mark: m.site_seal(),
    office: on.office,
    calls,
    code: {
      svg: await toString(`${url.origin}${paths.newVoice(slug)}`, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }),
      text: m.card_scan(),
    },
    parts: [
      { heading: m.card_channels(), items: [m.card_channel_say(), m.card_channel_complain(), m.card_channel_help()] },
      { heading: m.resident_rights_title(), items: [m.card_rights_first(), m.card_rights_second()] },
      { heading: m.card_data(), items: [m.card_data_ask(), m.card_data_page({ address: `${url.host}${paths.privacy(slug)}` })] },
    ],
    number: { term: m.card_number(), text: on.number },
    foot: m.card_foot(),
  };
}
