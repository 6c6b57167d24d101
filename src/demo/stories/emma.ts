import { passUntilDay, type Life } from '../life.ts';
import { accepted, answered, assigned, confirmed, published, sorted } from '../moves.ts';
import { lookedUp } from '../moves-of-rights.ts';
import type { Community, Town } from '../town.ts';
import { tell } from './story.ts';

// The English-speaking tenant: what she asked for, proposed and was glad of over half a year, in her own language.

export function emma(town: Town, here: Community): Life[] {
  const base = { speaker: 'emmaclarke', signedIn: true } as const;
  const english = { channel: 'web', locale: 'en', responseMethod: 'page', privacy: 'confidential' } as const;
  const water = tell(town, here, 'emma-water', {
    ...base,
    category: 'water',
    ago: 58,
    minute: 1190,
    said: {
      ...english,
      kind: 'help_request',
      words: 'There is almost no water pressure on the fourth floor after seven in the evening. The shower is just a thread.',
    },
  });
  sorted(water);
  assigned(water, here.workers[2] ?? here.secretary);
  accepted(water);
  lookedUp(water, here.workers[2] ?? here.secretary);
  passUntilDay(water, 4);
  answered(
    water,
    'The water company has replaced the pressure valve in front of building 6. We measured on the top floor at eight in the evening: the pressure is fine now.',
  );
  confirmed(water, 5, 'A real shower again. Thank you for answering in English!');
  published(
    water,
    'Almost no water on the fourth floor in the evening',
    'The water company replaced the pressure valve; measured on the top floor at eight in the evening, it is fine.',
  );
  const bins = tell(town, here, 'emma-bins', {
    ...base,
    category: 'environment',
    ago: 120,
    minute: 1230,
    said: { ...english, kind: 'question', words: 'Which bin do batteries and light bulbs go into? The sign is only in Chinese.' },
  });
  sorted(bins);
  assigned(bins, here.workers[0] ?? here.secretary);
  accepted(bins);
  passUntilDay(bins, 2);
  answered(bins, 'Batteries and bulbs go into the red bin by the east gate. We have put up a sign with pictures and English.');
  confirmed(bins, 4);
  published(
    bins,
    'Which bin takes batteries and light bulbs?',
    'The red one by the east gate. There is now a sign with pictures and in English.',
  );
  const thanks = tell(town, here, 'emma-thanks', {
    ...base,
    category: 'thanks',
    ago: 171,
    minute: 1150,
    said: {
      ...english,
      channel: 'blog_comment',
      kind: 'praise',
      words: 'My neighbours on the stairs of building 6 brought me dumplings for the festival. I felt at home for the first time.',
    },
  });
  sorted(thanks);
  assigned(thanks, here.workers[0] ?? here.secretary);
  accepted(thanks);
  passUntilDay(thanks, 2);
  answered(thanks, 'We read it to them. They say: come over any time.');
  confirmed(thanks, 5);
  published(thanks, 'Dumplings from the neighbours', 'Your words have reached them.');
  const bike = tell(town, here, 'emma-bike', {
    ...base,
    category: 'parking',
    ago: 2,
    minute: 1205,
    pictures: ['bikes'],
    said: {
      ...english,
      kind: 'opinion',
      words: 'Half the bikes in the shed have flat tyres and nobody has touched them for a year. Could the unclaimed ones be cleared?',
    },
  });
  sorted(bike);
  assigned(bike, here.workers[2] ?? here.secretary);
  return [water, bins, thanks, bike];
}
