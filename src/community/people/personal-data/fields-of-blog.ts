import { row, type FieldRow, type OnErase } from './field-row.ts';

// What is written on the community's blog: posts by those who serve, comments by neighbours.

const comment = { group: 'blog', said: 'comment', class: 'published', basis: 'consent', keep: 'record' } as const;
const post = { group: 'blog', said: 'post', class: 'published', basis: 'duty', keep: 'record', erase: 'stays' } as const;

export const fieldsOfBlog: FieldRow[] = [
  row('blog_comments', ['signature'], { ...comment, erase: by('author_id', 'clear') }),
  row('blog_comment_versions', ['words'], { ...comment, erase: by('author_id', 'blank') }),
  row('blog_reports', ['words'], { ...comment, class: 'free_words', erase: by('reporter_id', 'blank') }),
  row('blog_appeals', ['words'], { ...comment, class: 'free_words', erase: by('appellant_id', 'blank') }),
  row('blog_post_versions', ['title', 'words', 'title_en', 'words_en', 'script'], post),
  // Gone with the picture, which anybody in it can have taken down within a day.
  row('blog_pictures', ['alt', 'sha256'], post),
  row('blog_decisions', ['reason'], post),
  row('blog_appeal_decisions', ['answer'], post),
];

function by(column: string, how: 'blank' | 'clear'): OnErase {
  return { of: 'author', by: column, how };
}
