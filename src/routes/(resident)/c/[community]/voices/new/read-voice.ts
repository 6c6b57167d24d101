import { submitVoiceInput, type SubmitVoice } from '#listen/voices/index.ts';
import { parsed, type FormData_ } from '../../../../../form-action.ts';
import { aboutFields } from './steps.ts';

type Locale = 'zh-CN' | 'en';

/** What is handed in. Throws Invalid; what is missing of place and contact is asked for on the step where it can be given. */
export function readVoice(form: FormData_, locale: Locale): SubmitVoice {
  const result = check(form, locale);
  if (result.success || form.values['privacy'] === 'anonymous') return parsed(result);
  const issues = result.error.issues.map((issue) => (issue.message === 'voice.place-or-contact' ? { ...issue, path: ['name'] } : issue));
  return parsed({ success: false, error: { issues } });
}

/** Stops at the first step: throws Invalid for what is asked there. */
export function refuseAbout(form: FormData_, locale: Locale): void {
  const result = check(form, locale);
  if (result.success) return;
  const issues = result.error.issues.filter(
    ({ path, message }) => aboutFields.some((field) => field === path[0]) && message !== 'voice.place-or-contact',
  );
  if (issues.length > 0) parsed({ success: false, error: { issues } });
}

/** Without a name there is nobody to call: what was typed as contact is not even passed on. */
function check({ values, lists }: FormData_, locale: Locale) {
  const anonymous = values['privacy'] === 'anonymous';
  const contact = anonymous
    ? {}
    : {
        name: values['name'],
        phone: values['phone'],
        email: values['email'],
        contactHours: values['contactHours'],
        responseMethod: values['responseMethod'],
      };
  return submitVoiceInput.safeParse({
    words: values['words'],
    kind: values['kind'],
    privacy: values['privacy'],
    placeId: values['placeId'],
    placeWords: values['placeWords'],
    ...contact,
    locale,
    vitalInterest: values['vitalInterest'] === 'yes',
    mayPublish: values['mayPublish'] === 'yes',
    accusedIds: lists['accusedIds'] ?? [],
    accusedWords: values['accusedWords'],
  });
}
