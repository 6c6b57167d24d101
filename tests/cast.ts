// One cast for tests, demo, docs and pictures.
export { cast } from '../src/demo/cast.ts';
