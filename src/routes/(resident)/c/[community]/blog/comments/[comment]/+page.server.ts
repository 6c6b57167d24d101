import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
  agreeToNumber,
  agreeToNumberInput,
  appealDecision,
  appealDecisionInput,
  editComment,
  editCommentInput,
  findBlogRules,
  findCommentPage,
  makeOwnVoice,
  makeVoiceInput,
  reportComment,
  reportCommentInput,
  withdrawComment,
  type CommentPage,
} from '#listen/blog/index.ts';
import { countIntake } from '#listen/voices/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed, type FormData_ } from '../../../../../../form-action.ts';
import { refusalWords } from '../../../../../../refusal-words.ts';
import { sayDay, sayPromisedDay } from '../../../../../say-when.ts';
import { communityAt } from '../../../community-at.ts';
import type { Actions, PageServerLoad } from './$types';

/** One comment: for its author the whole story and everything that can be done; for others the words, and a way to report them. */
export const load: PageServerLoad = async ({ parent, params, locals, url }) => {
  const { id, slug } = (await parent()).community;
  const page = await findCommentPage(locals.viewer, { communityId: id, id: params.comment });
  const { stage, dueAt, words, signature, own, post, versions, voice, whyNot, erased } = page;
  return {
    key: crypto.randomUUID(),
    address: paths.blogComment(slug, page.id),
    words: erased ? m.blog_gone_erased() : words,
    who: signature ?? m.blog_neighbour(),
    own,
    stage: m[`blog_stage_${stage}`](),
    waits: own && stage === 'waiting' && dueAt ? m.blog_waits({ day: sayPromisedDay(dueAt) }) : null,
    under: m.blog_comment_under({ title: locals.locale === 'en' ? (post.titleEn ?? post.title) : post.title }),
    postHref: paths.blogPost(slug, post.number),
    versions: versions.map((version) => ({ words: version.words, day: sayDay(version.at) })),
    decisions: await Promise.all(page.decisions.map((one) => decisionLines(id, one, locals.locale))),
    voice: voice && { ...voice, href: paths.voice(slug, voice.number) },
    may: { edit: whyNot.edit === null, withdraw: whyNot.withdraw === null, appeal: whyNot.appeal === null, voice: whyNot.voice === null },
    whyNotReport: own ? null : whyNot.report && refusalWords(whyNot.report),
    done: doneWords(url.searchParams.get('done')),
  };
};

async function decisionLines(communityId: number, one: CommentPage['decisions'][number], locale: 'zh-CN' | 'en'): Promise<string[]> {
  const { decision, at, by, rule, rulesVersion, reason, appeal } = one;
  const said = { day: sayDay(at), name: by };
  if (decision === 'shown' || rule === null) return [m.blog_decided_shown(said)];
  const rules = await findBlogRules(communityId, rulesVersion ?? undefined);
  const text = (locale === 'en' ? rules?.en : rules?.zh)?.[rule - 1] ?? '';
  return [
    m.blog_decided_hidden({ ...said, rule }),
    m.blog_rule_says({ rule, text }),
    m.blog_reason_is({ reason: reason ?? '' }),
    ...appealLines(appeal),
  ];
}

function appealLines(appeal: CommentPage['decisions'][number]['appeal']): string[] {
  if (!appeal) return [];
  const asked = m.blog_appeal_asked({ day: sayDay(appeal.at), words: appeal.words });
  if (!appeal.outcome) return [asked, m.blog_appeal_due({ day: sayPromisedDay(appeal.dueAt) })];
  return [asked, m[`blog_appeal_${appeal.outcome}`]({ name: appeal.by ?? '', answer: appeal.answer ?? '' })];
}

export const actions: Actions = {
  edit: (event) =>
    act(event, 'changed', (form, { viewer, ref, how }) => editComment(viewer, ref, parsed(editCommentInput.safeParse(form.values)), how)),
  withdraw: (event) => act(event, 'withdrawn', (_, { viewer, ref, how }) => withdrawComment(viewer, ref, how)),
  appeal: (event) =>
    act(event, 'appealed', (form, { viewer, ref, how }) =>
      appealDecision(viewer, ref, parsed(appealDecisionInput.safeParse(form.values)), how),
    ),
  voice: (event) =>
    act(event, 'voice', (form, { viewer, ref, how }) =>
      makeOwnVoice(viewer, ref, parsed(makeVoiceInput.safeParse({ ...form.values, agrees: form.values['agrees'] === 'yes' })), how),
    ),
  agree: (event) =>
    act(event, 'agreed', (form, { viewer, ref, how }) =>
      agreeToNumber(viewer, ref, parsed(agreeToNumberInput.safeParse(form.values)), how),
    ),
  report: (event) =>
    act(event, 'reported', (form, { viewer, ref, how }) =>
      reportComment(viewer, ref, parsed(reportCommentInput.safeParse(form.values)), how),
    ),
};

type At = { viewer: App.Locals['viewer']; ref: { communityId: number; id: string }; how: { key: string | undefined } };

function act(
  event: RequestEvent<{ community: string; comment: string }>,
  done: string,
  does: (form: FormData_, at: At) => Promise<unknown>,
) {
  return formAction(event, async (form) => {
    const { id, slug } = await communityAt(event.params.community);
    const { viewer } = event.locals;
    form.values['key'] = form.key ?? crypto.randomUUID();
    await countIntake(viewer);
    await does(form, { viewer, ref: { communityId: id, id: event.params.comment }, how: { key: form.key } });
    redirect(303, `${paths.blogComment(slug, event.params.comment)}?done=${done}`);
  });
}

function doneWords(done: string | null): string | null {
  if (done === 'changed') return m.blog_done_changed();
  if (done === 'withdrawn') return m.blog_done_withdrawn();
  if (done === 'appealed') return m.blog_done_appealed();
  if (done === 'voice') return m.blog_done_voice();
  if (done === 'agreed') return m.blog_done_agreed();
  return done === 'reported' ? m.blog_done_reported() : null;
}
