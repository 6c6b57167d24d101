import { plantBlog } from './blog/plant-blog.ts';
import { drawTown } from './maps/draw-town.ts';
import { plantDesk } from './desk/plant-desk.ts';
import { plantHotline } from './hotline/plant-hotline.ts';
import { plantCards } from './liaison/plant-cards.ts';
import { plantLiaison } from './liaison/plant-liaison.ts';
import { plantConsultations } from './consultations/index.ts';
import { plantVisits } from './visits/plant-visits.ts';
import { plantDelegations } from './delegations/plant-delegations.ts';
import { plantMeetings } from './meetings/index.ts';
import { plantCommitments } from './commitments/plant-commitments.ts';
import type { Ground, Town } from './town.ts';

// What the rooms beside the voices bring to the demo town, in the order of the method. Each plays a year of its own with
// the real commands, once all voices have been lived.

type PlantRoom = (ground: Ground, town: Town) => Promise<void>;

export const roomsOfTown: PlantRoom[] = [
  drawTown,
  plantDesk,
  plantHotline,
  plantLiaison,
  plantCards,
  plantVisits,
  plantBlog,
  plantConsultations,
  plantMeetings,
  plantDelegations,
  plantCommitments,
];
