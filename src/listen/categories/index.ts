// What a voice is about, learned from how people sorted those before it. Only this file is imported from outside the room.

export { cleanText } from './grams.ts';
export type { Example } from './example.ts';
export { learnCategories } from './learn-categories.ts';
export { packModel, unpackModel, type Model } from './model.ts';
export { scoreText } from './score-text.ts';
export type { Suggestion } from './suggest.ts';
export { suggestCategory, type CategorySuggestion } from './suggest-category.ts';
export { trainModel } from './train-model.ts';
export { lead, measure, tryOut } from './try-out.ts';
