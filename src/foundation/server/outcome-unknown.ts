/**
 * A change was written here but not (yet) on the standby that a configured promise demands: nobody knows whether it will
 * survive the loss of this machine. SQLSTATE 08007, "transaction resolution unknown": never an acknowledgement; the same
 * key may be sent again.
 */
export class OutcomeUnknown extends Error {
  readonly code = '08007';
}
