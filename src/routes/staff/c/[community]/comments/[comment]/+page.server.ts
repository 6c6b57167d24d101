import { redirect, type RequestEvent } from '@sveltejs/kit';
import { findWhoServes } from '#community/people/index.ts';
import {
  decideAppeal,
  decideAppealInput,
  decideComment,
  decideCommentInput,
  findBlogRules,
  findCommentDesk,
  makeVoiceInput,
  makeVoiceOf,
  type CommentDeskPage,
} from '#listen/blog/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed, type FormData_ } from '../../../../../form-action.ts';
import { refusalWords } from '../../../../../refusal-words.ts';
import { sayDay, sayMoment } from '../../../../../say-date.ts';
import { commentsDeskAt } from '../comments-desk.ts';
import type { Actions, PageServerLoad } from './$types';

/** One comment at the desk: the words, what others say of it, the decision, the appeal, the way to a voice. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await commentsDeskAt(locals, params.community);
  const page = await findCommentDesk(viewer, { communityId: community.id, id: params.comment });
  const [rules, serving] = await Promise.all([findBlogRules(community.id), page.whyNot.voice ? [] : findWhoServes(community.id)]);
  const { words, stage, decisions, whyNot, voice, erased } = page;
  const open = decisions[0]?.appeal;
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    words: erased ? m.blog_gone_erased() : words,
    stage: m[`blog_stage_${stage}`](),
    facts: factsOf(community.slug, page),
    reports: page.reports.map((report) => ({ words: report.words, at: sayMoment(report.at) })),
    decisions: decisions.map(decisionLines),
    rules:
      (locals.locale === 'en' ? rules?.en : rules?.zh)?.map((text, at) => ({ value: String(at + 1), label: `${at + 1}. ${text}` })) ?? [],
    appealSaid: open && !open.outcome ? m.blog_desk_appeal_said({ words: open.words }) : null,
    voice: voice && { text: m.blog_desk_voice_is({ number: voice }), href: paths.staffVoice(community.slug, voice) },
    whyNot: {
      decide: whyNot.decide && refusalWords(whyNot.decide),
      appeal: whyNot.appeal && refusalWords(whyNot.appeal),
      voice: whyNot.voice && refusalWords(whyNot.voice),
    },
    serving: serving.map(({ personId, name }) => ({ value: personId, label: name })),
    done: doneWords(url.searchParams.get('done')),
  };
};

function factsOf(slug: string, { post, signature, writtenAt, dueAt, names }: CommentDeskPage) {
  return [
    { term: m.blog_queue_under(), text: post.title, href: paths.blogPost(slug, post.number) },
    { term: m.blog_desk_signature(), text: signature ?? m.blog_neighbour() },
    { term: m.blog_desk_written(), text: sayMoment(writtenAt) },
    ...(dueAt ? [{ term: m.blog_desk_due(), text: sayDay(dueAt), strong: true }] : []),
    ...(names.length > 0 ? [{ term: m.blog_desk_about(), text: names.join(' · ') }] : []),
  ];
}

function decisionLines({ decision, at, by, rule, reason, appeal }: CommentDeskPage['decisions'][number]): string[] {
  const said = { day: sayMoment(at), name: by };
  const answered = appeal?.outcome && m[`blog_appeal_${appeal.outcome}`]({ name: appeal.by ?? '', answer: appeal.answer ?? '' });
  if (decision === 'shown') return [m.blog_decided_shown(said)];
  return [m.blog_decided_hidden({ ...said, rule: rule ?? 0 }), m.blog_reason_is({ reason: reason ?? '' }), ...(answered ? [answered] : [])];
}

export const actions: Actions = {
  decide: (event) =>
    act(event, 'decided', (form, { viewer, ref, how }) =>
      decideComment(viewer, ref, parsed(decideCommentInput.safeParse(form.values)), how),
    ),
  appeal: (event) =>
    act(event, 'appeal', (form, { viewer, ref, how }) => decideAppeal(viewer, ref, parsed(decideAppealInput.safeParse(form.values)), how)),
  voice: (event) =>
    act(event, 'voice', (form, { viewer, ref, how }) => {
      const said = { placeWords: form.values['placeWords'], accusedIds: form.lists['accused'] ?? [] };
      return makeVoiceOf(viewer, ref, parsed(makeVoiceInput.safeParse(said)), how);
    }),
};

type At = { viewer: App.Locals['viewer']; ref: { communityId: number; id: string }; how: { key: string | undefined } };

function act(
  event: RequestEvent<{ community: string; comment: string }>,
  done: string,
  does: (form: FormData_, at: At) => Promise<unknown>,
) {
  return formAction(event, async (form) => {
    const { viewer, community } = await commentsDeskAt(event.locals, event.params.community);
    form.values['key'] = form.key ?? crypto.randomUUID();
    const ref = { communityId: community.id, id: event.params.comment };
    await does(form, { viewer, ref, how: { key: form.key } });
    // A voice about somebody may be out of reach now: back to the list, which is always there.
    const back =
      done === 'voice' ? `${paths.commentsDesk(community.slug)}?tab=shown` : `${paths.commentDesk(community.slug, ref.id)}?done=${done}`;
    redirect(303, back);
  });
}

function doneWords(done: string | null): string | null {
  if (done === 'decided') return m.blog_done_decided();
  return done === 'appeal' ? m.blog_done_appeal() : null;
}
