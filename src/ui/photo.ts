/** A photo as a page shows it: the small picture, what can be seen on it, and where the large one is. */
export type Photo = { src: string; alt: string; href?: string | undefined };
