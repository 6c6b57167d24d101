/** A message that no gateway accepted. Its words are fit for a log: no text, no number, no password in them. */
export class Undelivered extends Error {
  override name = 'Undelivered';
}
