// One cast for tests, demo, docs and pictures.
export { cast, serves, type CastMember } from '../src/demo/cast.ts';
