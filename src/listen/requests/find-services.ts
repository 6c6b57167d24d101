import { z } from 'zod';
import { database } from '#foundation/server/database.ts';
import { findCategories } from '#listen/voices/index.ts';
import { datatypes, type Service, type ServiceAttribute } from './civic-service.ts';

const storedChoices = z.array(z.object({ key: z.string(), zh: z.string(), en: z.string() }));

/** Everything that can be reported in this community, in the order of the categories. */
export async function findServices(communityId: number): Promise<Service[]> {
  const [categories, attributes] = await Promise.all([
    findCategories(),
    database()
      .selectFrom('service_attributes')
      .selectAll()
      .where('community_id', '=', communityId)
      .where('ended_at', 'is', null)
      .orderBy('sort')
      .execute(),
  ]);
  return categories.map(({ code, zh, en }) => ({
    code,
    zh,
    en,
    attributes: attributes.filter(({ category }) => category === code).map(toAttribute),
  }));
}

type Row = {
  code: string;
  sort: number;
  datatype: string;
  required: boolean;
  variable: boolean;
  question_zh: string;
  question_en: string;
  hint_zh: string | null;
  hint_en: string | null;
  choices: unknown;
};

function toAttribute(row: Row): ServiceAttribute {
  const { code, sort: order, required, variable, hint_zh: zh, hint_en: en } = row;
  return {
    code,
    order,
    datatype: datatypes.find((each) => each === row.datatype) ?? 'string',
    required,
    variable,
    question: { zh: row.question_zh, en: row.question_en },
    hint: zh && en ? { zh, en } : null,
    choices: storedChoices.parse(row.choices),
  };
}
