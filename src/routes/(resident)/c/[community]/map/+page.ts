// The one resident page with a script: the map can be moved where the browser can; without, the drawing and the list stay.
export const csr = true;
