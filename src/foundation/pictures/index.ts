export { burnBoxes, type Box } from './burn-boxes.ts';
export { reEncodePicture } from './re-encode-picture.ts';
export type { ReEncodedPicture } from './re-encode-picture.ts';
export { openPictureStore } from './picture-store.ts';
export type { PictureSize, PictureStore } from './picture-store.ts';
