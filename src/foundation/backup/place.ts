/** Where an installation lies. `url`: its database. */
export type Place = { url: string; data: string; keys: string; backups: string };

export type Stage = 'copying' | 'checking' | 'trying';

/** Told of every step; `done` and `of` in rows, files or bytes, whatever the stage counts. */
export type Progress = (stage: Stage, done: number, of: number) => void;
