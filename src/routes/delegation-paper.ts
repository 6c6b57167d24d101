import type { DelegationPage } from '#act/delegations/index.ts';
import type { AgreementPaper } from '#foundation/papers/index.ts';
import { m } from '#words';
import { clausesOf, groupName, yuan } from './delegation-words.ts';
import { sayDay } from './say-date.ts';

/** The agreement on paper, with room for both to sign. */
export function agreementPaper(
  office: { name: string; phone: string | null },
  page: DelegationPage,
  agreement: NonNullable<DelegationPage['agreement']>,
  locale: 'zh-CN' | 'en',
): AgreementPaper {
  const { delegation: one } = page;
  const sum = agreement.money.reduce((total, { cents }) => total + cents, 0);
  return {
    locale,
    title: m.delegations_agreement(),
    mark: m.site_seal(),
    office: office.name,
    reference: one.number,
    heading: m.delegations_agreement(),
    matter: one.title,
    opening: m.delegations_paper_opening({ office: office.name, group: groupName(page.group) ?? '' }),
    clauses: clausesOf(agreement),
    money: {
      heading: m.delegations_money(),
      none: m.delegations_no_money(),
      rows: agreement.money.map(({ item, cents }) => ({ item, amount: yuan(cents) })),
      sum: { item: m.delegations_paper_sum(), amount: yuan(sum) },
    },
    signatures: [
      { term: m.delegations_paper_office(), text: agreement.offeredBy, day: sayDay(agreement.offeredAt) },
      { term: m.delegations_paper_group(), text: agreement.signedBy ?? '', day: agreement.signedAt ? sayDay(agreement.signedAt) : '' },
    ],
    'day-word': m.delegations_paper_day(),
    foot: office.phone ? [office.name, office.phone] : [office.name],
  };
}
