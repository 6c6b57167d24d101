export { plantDemoTown } from './plant.ts';
export type { Size } from './town-shape.ts';
