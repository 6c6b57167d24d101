import { contactKeptFor, findNotice } from '#community/people/index.ts';
import { m } from '#words';
import { keepWords, saidWords } from '../../../../rights-words.ts';
import type { PageServerLoad } from './$types';

/** The privacy notice, as the field register has it: nothing is kept that isn't in it [law PIPL 17]. */
export const load: PageServerLoad = () => {
  const months = contactKeptFor();
  return {
    groups: findNotice().map(({ group, said, classes, bases, keeps }) => ({
      group,
      title: m[`rights_group_${group}`](),
      facts: [
        { term: m.rights_notice_what(), text: saidWords(said) },
        { term: m.rights_notice_for(), text: m[`rights_group_${group}_for`]() },
        { term: m.rights_notice_basis(), text: bases.map((basis) => m[`rights_basis_${basis}`]()).join(' ') },
        { term: m.rights_notice_until(), text: keepWords(keeps, months) },
        { term: m.rights_notice_who(), text: m[`rights_group_${group}_who`]() },
        { term: m.rights_notice_kind(), text: classes.map((one) => m[`rights_class_${one}`]()).join(m.rights_comma()) },
      ],
    })),
  };
};
