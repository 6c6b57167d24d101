import { columns, type Column } from './columns.ts';

// Several columns under one name, as the files of this folder say it: `let office = worker secretary`.

export type Groups = Map<string, readonly Column[]>;

export function newGroups(): Groups {
  return new Map([['everybody', columns]]);
}

export function readGroup(groups: Groups, line: string): void {
  const [name = '', said = ''] = line.replace(/^let /, '').split('=');
  groups.set(name.trim(), whoIn(groups, said));
}

export function whoIn(groups: Groups, said: string): readonly Column[] {
  const names = said.trim().split(/\s+/);
  return names.flatMap((name) => {
    const column = columns.find((one) => one === name);
    const group = column ? [column] : groups.get(name);
    if (!group) throw new Error(`nobody is called "${name}"`);
    return group;
  });
}
