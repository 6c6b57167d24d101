/** One line of the public ledger: what kind of thing happened, to which number, on which day. Never who. */
import { canonicalJson, type Content } from './canonical-json.ts';

/** `type`: `voice.received`; `day`: YYYY-MM-DD in Shanghai; `commit`: base64 of a commitment; `plain`: open to everybody. */
export type LeafEntry = {
  type: string;
  communityId?: number | undefined;
  number?: string | undefined;
  day: string;
  commit?: string | undefined;
  plain?: { readonly [key: string]: Content } | undefined;
};

/** Entry bundles of tlog-tiles give each entry a uint16 length. */
const longest = 65_535;

/** The text whose UTF-8 bytes are the leaf. Members stand in a fixed order; new ones may come at the end. */
export function leafText({ type, communityId, number, day, commit, plain }: LeafEntry): string {
  const text = JSON.stringify({
    v: 1,
    t: type,
    ...(communityId !== undefined && { c: String(communityId) }),
    ...(number !== undefined && { n: number }),
    d: day,
    ...(commit !== undefined && { h: commit }),
    // Canonical, so that the same facts always make the same leaf.
    ...(plain !== undefined && { p: JSON.parse(canonicalJson(plain)) }),
  });
  if (new TextEncoder().encode(text).length > longest) throw new TypeError('this is too long for a leaf of the ledger');
  return text;
}
