// What anybody needs to check the ledger, without Node and without this house: the page for receipts carries it along.
export { hashLeaf, rootOfInclusion, verifyConsistency, verifyInclusion, type AnySha256 } from './merkle/verify.ts';
export { fromBase64, toBase64 } from './notes/base64.ts';
export { formatCheckpoint, parseCheckpoint, type Checkpoint } from './notes/checkpoint.ts';
export { formatNote, parseNote, type Note, type Signature } from './notes/signed-note.ts';
export { parseVerifierKey, type VerifierKey } from './notes/verifier-key.ts';
export { verifyNote, type AnyEd25519 } from './notes/verify-note.ts';
export { tilePath, widthIn, type Tile } from './tiles/tile-path.ts';
