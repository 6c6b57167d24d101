import { membershipWays, offices, tiers } from '#community/organizations/index.ts';
import { officeWord, tierWord, wayWord } from '../../../../../organization-words.ts';

/** What can be chosen when somebody is entered, in words. */
export function choicesOf() {
  return {
    offices: offices.map((office) => ({ value: office, label: officeWord(office) })),
    tiers: tiers.map((tier) => ({ value: tier, label: tierWord(tier) })),
    ways: membershipWays.map((way) => ({ value: way, label: wayWord(way) })),
  };
}
