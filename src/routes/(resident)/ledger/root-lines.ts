/** A root as people compare it: hexadecimal, four at a time, four groups a line. */
export function rootLines(root: Buffer | null): string[] {
  const groups = (root?.toString('hex').toUpperCase() ?? '').match(/.{4}/g) ?? [];
  return Array.from({ length: Math.ceil(groups.length / 4) }, (_, line) => groups.slice(line * 4, line * 4 + 4).join(' '));
}
