// A service is a category as Open311 sees it: what can be reported, and what is asked beside the words.

export const datatypes = ['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist'] as const;
export type Datatype = (typeof datatypes)[number];
export type Choice = { key: string; zh: string; en: string };

export type ServiceAttribute = {
  code: string;
  order: number;
  datatype: Datatype;
  required: boolean;
  /** false: only something to read */
  variable: boolean;
  question: { zh: string; en: string };
  hint: { zh: string; en: string } | null;
  choices: Choice[];
};
export type Service = { code: string; zh: string; en: string; attributes: ServiceAttribute[] };
