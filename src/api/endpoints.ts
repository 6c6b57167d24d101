import { organizationsApi } from '#community/organizations/organizations-api.ts';
import { responsibilitiesApi } from '#community/responsibilities/responsibilities-api.ts';
import { delegationsApi } from '#act/delegations/delegations-api.ts';
import { communitiesApi } from '#community/places/communities-api.ts';
import type { Endpoint } from '#community/programs/index.ts';
import { demandsApi } from '#discuss/meetings/demands-api.ts';
import { meetingsApi } from '#discuss/meetings/meetings-api.ts';
import { meApi } from '#community/programs/me-api.ts';
import { noticesApi } from '#community/notices/notices-api.ts';
import { consultationsApi } from '#listen/consultations/consultations-api.ts';
import { cardsApi } from '#listen/cards/cards-api.ts';
import { blogApi } from '#listen/blog/blog-api.ts';
import { dataRequestsApi } from '#listen/data-requests/data-requests-api.ts';
import { liaisonApi } from '#listen/liaison/liaison-api.ts';
import { hotlineApi } from '#listen/hotline/hotline-api.ts';
import { visitsApi } from '#listen/visits/visits-api.ts';
import { voicesApi } from '#listen/voices/voices-api.ts';
import { voicesActApi } from '#listen/voices/voices-act-api.ts';
import { statisticsApi } from '#statistics/statistics-api.ts';

/** Everything a program may ask, room by room. */
export const endpoints: Endpoint[] = [
  ...communitiesApi,
  ...organizationsApi,
  ...meApi,
  ...noticesApi,
  ...voicesApi,
  ...voicesActApi,
  ...blogApi,
  ...dataRequestsApi,
  ...visitsApi,
  ...consultationsApi,
  ...liaisonApi,
  ...cardsApi,
  ...hotlineApi,
  ...meetingsApi,
  ...demandsApi,
  ...responsibilitiesApi,
  ...delegationsApi,
  ...statisticsApi,
];
