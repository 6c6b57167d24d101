// Pages ship no JavaScript unless their folder asks for it (staff/+layout.ts does).
export const csr = false;
