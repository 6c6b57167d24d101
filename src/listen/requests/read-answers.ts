import { z } from 'zod';
import { Invalid, type FieldProblem } from '#foundation/refusal.ts';
import { words } from '#listen/voices/index.ts';
import type { Service, ServiceAttribute } from './civic-service.ts';

/** One answer an attribute; of a list with several choices, their keys. */
export type Answers = Record<string, string | string[]>;

const longest = { string: 500, text: 4000 } as const;
const moment = z.iso.datetime({ offset: true });

/**
 * What was answered to the attributes of a service, checked against them: required ones are there, keys are of the list,
 * numbers are numbers, and nothing is answered that wasn't asked. Throws Invalid with the field `attribute[code]`.
 */
export function readAnswers(service: Service, given: ReadonlyMap<string, readonly string[]>): Answers {
  const problems: FieldProblem[] = [];
  const asked = service.attributes.filter(({ variable }) => variable);
  for (const code of given.keys()) {
    if (!asked.some((attribute) => attribute.code === code)) problems.push({ field: fieldOf(code), code: 'open311.attribute-unknown' });
  }
  const answers = new Map<string, string | string[]>();
  for (const attribute of asked) {
    const values = (given.get(attribute.code) ?? []).map((value) => value.trim()).filter((value) => value !== '');
    const { answer, code } = readOne(attribute, values);
    if (code) problems.push({ field: fieldOf(attribute.code), code });
    else if (answer !== undefined) answers.set(attribute.code, answer);
  }
  if (problems.length > 0) throw new Invalid(problems);
  return Object.fromEntries(answers);
}

type Read = { answer?: string | string[]; code?: string };

function readOne({ datatype, required, choices }: ServiceAttribute, values: string[]): Read {
  const [first] = values;
  if (first === undefined) return required ? { code: 'input.needed' } : {};
  const isChoice = (value: string) => choices.some(({ key }) => key === value);
  if (datatype === 'multivaluelist') return values.every(isChoice) ? { answer: [...new Set(values)] } : { code: 'open311.no-such-choice' };
  if (values.length > 1) return { code: 'open311.one-answer' };
  if (datatype === 'singlevaluelist') return isChoice(first) ? { answer: first } : { code: 'open311.no-such-choice' };
  if (datatype === 'number') return /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(first) ? { answer: first } : { code: 'open311.not-a-number' };
  if (datatype === 'datetime') return moment.safeParse(first).success ? { answer: first } : { code: 'open311.not-a-moment' };
  const read = words(longest[datatype]).safeParse(first);
  return read.success ? { answer: read.data } : { code: 'input.too-long' };
}

function fieldOf(code: string): string {
  return `attribute[${code.slice(0, 40)}]`;
}
