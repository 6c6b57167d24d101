import type { ConsultationPage, QuestionResult, Results } from '#listen/consultations/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { barChart } from '#ui/bar-chart.ts';

/** The results as the page says them. */
export function shownResults(one: ConsultationPage, results: Results, slug: string) {
  const { answers, asked, late, lost, doubles, channels, questions, words } = results;
  return {
    figures: [
      { value: String(answers), label: m.consult_answers() },
      ...(asked
        ? [{ value: `${Math.round((answers / asked) * 100)} %`, label: `${m.consult_rate()} (${m.consult_rate_of({ asked })})` }]
        : []),
    ],
    remarks: [
      ...(one.audience === 'everybody' ? [m.consult_maybe_twice()] : []),
      ...(late > 0 ? [m.consult_late({ many: late })] : []),
      ...(lost > 0 ? [m.consult_lost({ many: lost })] : []),
      ...(doubles > 0 ? [m.consult_doubles({ many: doubles })] : []),
    ],
    channels: channels.map(({ channel, count }) => `${m[`consult_channel_${channel}`]()} ${count ?? m.consult_hidden_short()}`),
    questions: questions?.map((question) => shownQuestion(question, words[question.position] ?? [])) ?? null,
    downloads: { xlsx: paths.consultationResults(slug, one.number, 'xlsx'), csv: paths.consultationResults(slug, one.number, 'csv') },
  };
}

function shownQuestion(question: QuestionResult, said: string[]) {
  const { position, kind, words, cells, none, unreadable, mean, order, split, texts } = question;
  const caption = kind === 'ranking' ? m.consult_first_place() : words;
  const rest =
    kind === 'multiple'
      ? []
      : [
          { words: m.consult_none_given(), count: none },
          { words: m.consult_unreadable(), count: unreadable },
        ].filter(({ count }) => count !== 0);
  const rows = [...cells, ...rest];
  return {
    position,
    words,
    chart:
      kind === 'text'
        ? null
        : {
            caption,
            svg: barChart({
              title: caption,
              bars: rows.map((cell) => ({ label: cell.words, value: cell.count })),
              hidden: m.consult_hidden_short(),
            }),
            table: {
              head: [m.consult_option(), m.consult_count(), ...(split ?? []).map(({ channel }) => m[`consult_channel_${channel}`]())],
              rows: rows.map((cell, at) => [
                cell.words,
                cell.count ?? m.consult_hidden_short(),
                ...(split ?? []).map(({ counts }) => counts[at] ?? ''),
              ]),
            },
            note: rows.some(({ count }) => count === null) ? m.consult_hidden_note() : null,
          },
    mean: mean === null ? null : m.consult_mean({ mean: String(mean) }),
    order,
    texts: kind === 'text' ? { many: texts === null ? m.consult_words_none() : m.consult_words_many({ many: texts }), said } : null,
  };
}
