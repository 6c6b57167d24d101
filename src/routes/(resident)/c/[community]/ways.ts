import { m } from '#words';
import { paths } from '#paths';
import type { Stage } from '#ui/stage.ts';

// What a resident finds here beyond speaking up, under the four times of the method. A new page for residents gets its line.

export type Way = { href: string; word: string };
export type Part = { stage: Stage; seal: string; word: string; ways: Way[] };

export function partsOf(slug: string): Part[] {
  const parts: Part[] = [
    {
      stage: 'listen',
      seal: m.site_seal_listen(),
      word: m.site_stage_listen(),
      ways: [
        { href: paths.voices(slug), word: m.resident_foot_voices() },
        { href: paths.map(slug), word: m.maps_public_title() },
        { href: paths.liaison(slug), word: m.liaison_who_title() },
        { href: paths.blog(slug), word: m.blog_title() },
        { href: paths.consultations(slug), word: m.consult_title() },
      ],
    },
    {
      stage: 'discuss',
      seal: m.site_seal_discuss(),
      word: m.site_stage_discuss(),
      ways: [
        { href: paths.meetings(slug), word: m.meetings_title() },
        { href: paths.actors(slug), word: m.organizations_resident_title() },
      ],
    },
    {
      stage: 'act',
      seal: m.site_seal_act(),
      word: m.site_stage_act(),
      ways: [
        { href: paths.delegations(slug), word: m.delegations_title() },
        { href: paths.responsibilities(slug), word: m.responsibilities_title() },
      ],
    },
  ];
  return parts.filter(({ ways }) => ways.length > 0);
}
