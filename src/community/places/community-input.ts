import { z } from 'zod';
import { name, officePhone } from './inputs.ts';

/** What a community says about itself: its names, and how to reach the office. */
export const communityFacts = {
  name: name(60),
  nameEn: name(80).optional(),
  phone: officePhone.optional(),
  officeHours: name(120).optional(),
};

/** The community's name in the address bar: small letters, digits and hyphens. */
export const slug = z
  .string({ error: 'input.needed' })
  .trim()
  .regex(/^[a-z0-9][a-z0-9-]{1,38}$/, 'places.slug-not-usable');
