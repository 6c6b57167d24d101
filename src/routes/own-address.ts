/** Only back to a page of this site: anything that could leave it leads to `otherwise`. */
export function ownAddress(back: FormDataEntryValue | null | undefined, otherwise: string): string {
  return typeof back === 'string' && /^\/(?![/\\])[^\\\s]*$/.test(back) ? back : otherwise;
}
