import { applyAction, enhance } from '$app/forms';
import type { Attachment } from 'svelte/attachments';
import type { ActionData, SubmitFunction } from './$types';

export type Found = NonNullable<ActionData>['alike'];

/** so long nobody typed that a look is worth it */
const pause = 800;
/** fewer characters say too little */
const fewest = 8;

/**
 * With scripts the same matter is looked for by itself while a clerk writes; the button does the same without. `show` gets
 * what was found; everything typed stays, and photos don't travel for a look.
 */
export function lookWhileTyping(show: (found: Found) => void): Attachment<HTMLFormElement> {
  return (form) => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const look = () => form.querySelector<HTMLButtonElement>('button[name="go"][value="look"]');
    const later = (event: Event) => {
      const field = event.target;
      const named = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement || field instanceof HTMLSelectElement;
      if (!named || !['words', 'placeWords', 'placeId'].includes(field.name)) return;
      clearTimeout(waiting);
      const words = new FormData(form).get('words');
      if (typeof words === 'string' && words.trim().length >= fewest) waiting = setTimeout(() => form.requestSubmit(look()), pause);
    };
    form.addEventListener('input', later);
    const submit: SubmitFunction = ({ submitter, formData }) => {
      clearTimeout(waiting);
      const looks = submitter === look();
      if (looks) formData.delete('photos');
      return async ({ result, update }) => {
        if (!looks) return update({ reset: false });
        if (result.type === 'success' && result.data) show(result.data.alike);
        else await applyAction(result);
      };
    };
    const enhanced = enhance(form, submit);
    return () => {
      clearTimeout(waiting);
      form.removeEventListener('input', later);
      enhanced.destroy();
    };
  };
}
