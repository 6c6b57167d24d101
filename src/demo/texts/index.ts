import { conduct } from './conduct.ts';
import { culture } from './culture.ts';
import { environment } from './environment.ts';
import { facilities } from './facilities.ts';
import { heating } from './heating.ts';
import { housing } from './housing.ts';
import type { Category, Matter } from './matter.ts';
import { noise } from './noise.ts';
import { parking } from './parking.ts';
import { safety } from './safety.ts';
import { thanks } from './thanks.ts';
import { water } from './water.ts';
import { welfare } from './welfare.ts';

/** What people in the demo town talk about, by category. */
export const matters: Record<Category, Matter[]> = {
  housing,
  water,
  parking,
  environment,
  heating,
  noise,
  facilities,
  safety,
  welfare,
  culture,
  conduct,
  thanks,
};
