import type { Locale } from '#community/programs/index.ts';
import { Missing } from '#foundation/refusal.ts';
import { findServices, type Service, type ServiceAttribute } from '#listen/requests/index.ts';
import { m } from '#words';
import type { Written } from './format.ts';

/** Everything that can be reported, in the reader's language; the keywords hold its name in the other one. */
export async function serviceList(communityId: number, locale: Locale): Promise<Written> {
  return (await findServices(communityId)).map((service) => ({
    service_code: service.code,
    service_name: nameOf(service, locale),
    description: m.open311_service_description({ name: nameOf(service, locale) }, { locale }),
    metadata: service.attributes.length > 0,
    type: 'realtime',
    keywords: [service.code, nameOf(service, locale === 'en' ? 'zh-CN' : 'en').replaceAll(',', '')].join(', '),
    group: m.open311_group({}, { locale }),
  }));
}

/** What is asked beside the words; an empty list where nothing is. Throws Missing for an unknown code. */
export async function serviceDefinition(communityId: number, code: string, locale: Locale): Promise<Written> {
  const service = await serviceOf(communityId, code);
  return { service_code: service.code, attributes: service.attributes.map((attribute) => definitionOf(attribute, locale)) };
}

/** Throws Missing when nothing of this code can be reported. */
export async function serviceOf(communityId: number, code: string): Promise<Service> {
  const service = (await findServices(communityId)).find((each) => each.code === code);
  if (!service) throw new Missing('open311.service-unknown');
  return service;
}

export function nameOf({ zh, en }: { zh: string; en: string }, locale: Locale): string {
  return locale === 'en' ? en : zh;
}

function definitionOf(attribute: ServiceAttribute, locale: Locale): Written {
  return {
    variable: attribute.variable,
    code: attribute.code,
    datatype: attribute.datatype,
    required: attribute.required,
    datatype_description: attribute.hint && nameOf(attribute.hint, locale),
    order: attribute.order,
    description: nameOf(attribute.question, locale),
    values: attribute.choices.map((choice) => ({ key: choice.key, name: nameOf(choice, locale) })),
  };
}
