export { cast, serves, type CastMember, type CastRole, type CommunityKey } from './cast.ts';
export { plantDemoTown } from './plant.ts';
export type { Size } from './town-shape.ts';
