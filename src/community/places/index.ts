export { findCommunities, findCommunity, type Community } from './find-communities.ts';
export { findPlaceForVoice } from './find-place-for-voice.ts';
export { findBuildings, type Building } from './find-buildings.ts';
