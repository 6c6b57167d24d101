// The workbench is hydrated: it stays usable without scripts, and is quicker with them.
export const csr = true;
