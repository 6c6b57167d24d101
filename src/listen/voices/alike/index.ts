// Whether two texts are about the same matter: pure, without a database.
export { fingerprint, type Fingerprint, type Told } from './fingerprint.ts';
export { gramsOf } from './grams.ts';
export { likenessOf, type Likeness } from './likeness.ts';
export { rankAlike, type Pair } from './rank-alike.ts';
export { rarityAmong, rarityBy, type Rarity } from './rarity.ts';
export { sharedWords } from './shared-words.ts';
export { probablySame, sameMatter } from './same-matter.ts';
