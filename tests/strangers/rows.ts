import { outcomes, type Outcome } from './knock.ts';
import type { Visitor } from './visitors.ts';

// How the table of doors is written: what most of them meet, and who meets something else.

/** What a visitor meets at one door. */
export type Row = (visitor: Visitor) => Outcome;
/** `load`: a page that is read, or an endpoint that is fetched. `actions`: its forms. */
export type Door = { load?: Row; actions?: Record<string, Row> };
type Except = Partial<Record<Outcome, readonly Visitor[]>>;

/** The same for everybody, but for those named. */
export function all(outcome: Outcome, except: Except = {}): Row {
  return (visitor) => outcomes.find((one) => except[one]?.includes(visitor)) ?? outcome;
}

/** A door of the workbench: whoever does not serve is sent to the sign-in, whoever serves meets `outcome`. */
export function desk(outcome: Outcome, except: Except = {}): Row {
  return all(outcome, { 'sign-in': ['nobody', 'resident', 'holder', 'speaker'], ...except });
}

/** A door of one community's workbench: whoever does not work in this community is led back to where they do. */
export function deskHere(outcome: Outcome, except: Except = {}): Row {
  return desk(outcome, { home: ['district', 'workerElsewhere'], ...except });
}
