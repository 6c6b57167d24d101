import { fieldsOfBlog } from './fields-of-blog.ts';
import { fieldsOfConsultations } from './fields-of-consultations.ts';
import { fieldsOfDeliberation } from './fields-of-deliberation.ts';
import { fieldsOfNeighbours } from './fields-of-neighbours.ts';
import { fieldsOfPeople } from './fields-of-people.ts';
import { fieldsOfTheHouse } from './fields-of-the-house.ts';
import { fieldsOfVisits } from './fields-of-visits.ts';
import { fieldsOfVoices } from './fields-of-voices.ts';
import type { FieldRow, Group } from './field-row.ts';

// The field register: what is kept of people, what for, on what ground, how long. The privacy notice is rendered from
// it, erasure and the nightly clearing follow it, and a test holds it against the real schema [law PIPL 17, 19, 51, 55].

export const fieldRegister: readonly FieldRow[] = [
  ...fieldsOfVoices,
  ...fieldsOfBlog,
  ...fieldsOfConsultations,
  ...fieldsOfVisits,
  ...fieldsOfDeliberation,
  ...fieldsOfPeople,
  ...fieldsOfNeighbours,
  ...fieldsOfTheHouse,
];

/**
 * Everything the register says about one group of fields, for the notice. `said`: each field once, in the order of the
 * register; `keeps`: which of them are kept how long.
 */
export type NoticeGroup = {
  group: Group;
  said: FieldRow['said'][];
  classes: FieldRow['class'][];
  bases: FieldRow['basis'][];
  keeps: { keep: FieldRow['keep']; said: FieldRow['said'][] }[];
};

/** The register as the privacy notice reads it: one entry a group, in the order in which somebody meets them. */
export function findNotice(): NoticeGroup[] {
  return once(fieldRegister, ({ group }) => group).map((group) => {
    const rows = fieldRegister.filter((row) => row.group === group);
    return {
      group,
      said: once(rows, ({ said }) => said),
      classes: once(rows, (row) => row.class),
      bases: once(rows, ({ basis }) => basis),
      keeps: once(rows, ({ keep }) => keep).map((keep) => ({
        keep,
        said: once(
          rows.filter((row) => row.keep === keep),
          ({ said }) => said,
        ),
      })),
    };
  });
}

function once<T>(rows: readonly FieldRow[], of: (row: FieldRow) => T): T[] {
  return [...new Set(rows.map(of))];
}
