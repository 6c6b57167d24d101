import { redirect, type RequestEvent } from '@sveltejs/kit';
import { exportPurposeInput, exportPurposes } from '#community/people/index.ts';
import {
  decideDataRequest,
  decideDataRequestInput,
  exportRequestedCopy,
  findDataRequest,
  type RequestPage,
  type RequestRef,
} from '#listen/data-requests/index.ts';
import { correctContact, correctContactInput } from '#listen/voices/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { copySections } from '../../../../../data-copy.ts';
import { formAction, parsed, type FormData_ } from '../../../../../form-action.ts';
import { kindOfRequest, wayOfRequest } from '../../../../../rights-words.ts';
import { sayDay, sayDistance } from '../../../../../say-date.ts';
import { proven } from '../../../../proven.ts';
import { voicesDeskAt } from '../../../../shell.ts';
import type { Actions, PageServerLoad } from './$types';

/** One request: what is asked, what doing it means, and the decision. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await voicesDeskAt(locals, params.community);
  const request = await findDataRequest(viewer, { communityId: community.id, id: params.request });
  const { kind, number, outcome, erased } = request;
  const open = outcome === null && request.whyNot === null;
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    done: url.searchParams.get('done') === 'asked' ? m.rights_desk_done_asked() : doneWords(url.searchParams.get('done')),
    title: kindOfRequest(kind),
    kind,
    number,
    facts: factsOf(community.slug, request),
    decided: outcome && { outcome: m[`rights_desk_outcome_${outcome}`](), reason: request.reason },
    whyNot: outcome === null ? request.whyNot : null,
    warnings: [
      ...(kind === 'erase' && request.stillOpen && outcome === null ? [m.rights_desk_still_open()] : []),
      ...(kind === 'erase' && request.serves && outcome === null ? [m.rights_desk_serves()] : []),
    ],
    mayDecide: open,
    mayCopy: open && (kind === 'copy' || kind === 'read'),
    mayCorrect: open && kind === 'correct' && number !== null && !erased,
    purposes: exportPurposes.map((purpose) => ({ value: purpose, label: m[`rights_export_${purpose}`]() })),
  };
};

function factsOf(slug: string, request: RequestPage) {
  const { number, name, way, enteredBy, askedAt, dueAt, outcome, decidedAt, decidedBy, wish, insists } = request;
  const about = name ? m.rights_desk_about_all({ name }) : m.rights_desk_about_somebody();
  return [
    { term: m.rights_desk_about(), text: number ?? about, ...(number && { href: paths.staffVoice(slug, number) }) },
    {
      term: m.rights_desk_way(),
      text: [wayOfRequest(way), enteredBy && m.rights_desk_entered_by({ name: enteredBy })].filter(Boolean).join(' · '),
    },
    { term: m.rights_desk_asked(), text: sayDay(askedAt) },
    { term: m.rights_desk_due(), text: outcome ? sayDay(dueAt) : `${sayDay(dueAt)} · ${sayDistance(dueAt)}`, strong: true },
    ...(decidedAt
      ? [
          {
            term: m.rights_desk_decided_at(),
            text: [sayDay(decidedAt), decidedBy && m.rights_desk_decided_by({ name: decidedBy })].filter(Boolean).join(' · '),
          },
        ]
      : []),
    ...(wish ? [{ term: m.rights_desk_wish(), text: wish }] : []),
    ...(insists ? [{ term: m.rights_kind_erase(), text: m.rights_desk_insists() }] : []),
  ];
}

export const actions: Actions = {
  decide: (event) =>
    formAction(event, async (form) => {
      const { viewer, ref, here } = await at(event, form);
      await decideDataRequest(viewer, ref, parsed(decideDataRequestInput.safeParse(form.values)), { key: form.key });
      redirect(303, `${here}?done=decided`);
    }),
  correct: (event) =>
    formAction(event, async (form) => {
      const { viewer, ref, here } = await at(event, form);
      const { number, way } = await findDataRequest(viewer, ref);
      const voice = { communityId: ref.communityId, number: number ?? '' };
      // What came by the page is carried out at the desk.
      const input = correctContactInput.safeParse({ ...form.values, way: way === 'page' ? 'desk' : way });
      await correctContact(viewer, voice, parsed(input), { key: form.key });
      redirect(303, `${here}?done=corrected`);
    }),
  copy: (event) =>
    proven(event, paths.dataRequest(event.params.community, event.params.request), async (form) => {
      const { viewer, ref, name } = await at(event, form);
      const input = parsed(exportPurposeInput.safeParse(form.values));
      return { copy: copySections(name, await exportRequestedCopy(viewer, event.locals.session, ref, input)) };
    }),
};

async function at(event: RequestEvent<{ community: string; request: string }>, form: FormData_) {
  const { viewer, community } = await voicesDeskAt(event.locals, event.params.community);
  Object.assign(form.values, { key: form.key ?? crypto.randomUUID() });
  const ref: RequestRef = { communityId: community.id, id: event.params.request };
  const name = event.locals.locale === 'en' ? (community.nameEn ?? community.name) : community.name;
  return { viewer, ref, name, here: paths.dataRequest(community.slug, event.params.request) };
}

function doneWords(done: string | null): string | null {
  if (done === 'decided') return m.rights_desk_done_decided();
  return done === 'corrected' ? m.rights_done_corrected() : null;
}
