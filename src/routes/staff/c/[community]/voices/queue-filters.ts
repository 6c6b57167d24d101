import { channels, findCategories, kinds, stageNames } from '#listen/voices/index.ts';
import { findBuildings } from '#community/places/index.ts';
import { channelWord, kindWord, stageWord } from '../../../../voice-words.ts';

/** The address of the queue keeps what it is narrowed by; these names are those of `findVoicesInput`. */
export const filterNames = ['search', 'kind', 'category', 'channel', 'stage', 'buildingId', 'light'] as const;

/** What the queue can be narrowed by, each with its choices. */
export async function filterChoices(communityId: number, english: boolean) {
  const [categories, buildings] = await Promise.all([findCategories(), findBuildings(communityId)]);
  return {
    kind: kinds.map((kind) => ({ value: kind, label: kindWord(kind) })),
    category: categories.map(({ code, zh, en }) => ({ value: code, label: english ? en : zh })),
    channel: channels.map((channel) => ({ value: channel, label: channelWord(channel) })),
    stage: stageNames.map((stage) => ({ value: stage, label: stageWord(stage) })),
    buildingId: buildings.map(({ id, name }) => ({ value: id, label: name })),
  };
}

/** The same address with something else in it; what is empty leaves, and so does the bookmark of a page. */
export function narrowed(url: URL, changes: Record<string, string | null>): string {
  const asked = new URLSearchParams(url.searchParams);
  // The name of a posted action also stands in the address; it is not part of what was asked for.
  for (const name of url.searchParams.keys()) if (name === 'cursor' || name.startsWith('/')) asked.delete(name);
  for (const [name, value] of Object.entries(changes)) {
    if (value) asked.set(name, value);
    else asked.delete(name);
  }
  const query = asked.toString();
  return query ? `${url.pathname}?${query}` : url.pathname;
}
