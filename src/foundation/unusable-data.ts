/**
 * What the database could not even read, where no schema looked first: text that is no id, number or day, or a character
 * it can't keep (SQLSTATE 22P02, 22P05, 22003, 22007, 22008, 22021), or a key too long for an index (54000). The input is
 * at fault, so whoever sent it is told so.
 */
export function isUnusable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(22P02|22P05|22003|22007|22008|22021|54000)$/.test(String(error.code));
}
