import sharp from 'sharp';
import { readPhotos, type NewPhoto } from '#listen/voices/index.ts';
import type { PictureName } from './texts/matter.ts';

// Simple drawings in place of photos: nobody's staircase, nobody's car.

const night = '<rect width="800" height="600" fill="#24313d"/>';
const day = '<rect width="800" height="600" fill="#e9e1d2"/>';
const ground = '<rect y="430" width="800" height="170" fill="#b9ab92"/>';

const drawings: Record<PictureName, string> = {
  lamp: `${night}<rect y="470" width="800" height="130" fill="#35424c"/><rect x="392" y="150" width="16" height="330" fill="#8d96a0"/>
    <path d="M340 150h120l-24-50h-72z" fill="#59636e"/><circle cx="400" cy="172" r="24" fill="#3d464f" stroke="#77818c" stroke-width="5"/>
    <rect x="60" y="210" width="190" height="260" fill="#2d3b47"/><rect x="95" y="250" width="44" height="54" fill="#d9b45c"/><rect x="170" y="340" width="44" height="54" fill="#3b4955"/>`,
  puddle: `${day}${ground}<ellipse cx="410" cy="510" rx="300" ry="62" fill="#7d9db0"/><ellipse cx="360" cy="500" rx="120" ry="18" fill="#a9c3d0"/>
    <rect x="120" y="120" width="180" height="330" fill="#c7a98a"/><rect x="170" y="300" width="80" height="150" fill="#6f5a48"/><path d="M520 90v90M600 60v90M680 110v90" stroke="#7d9db0" stroke-width="7"/>`,
  bin: `${day}${ground}<rect x="300" y="250" width="200" height="250" rx="10" fill="#4c7a5d"/><rect x="284" y="226" width="232" height="34" rx="8" fill="#3b604a"/>
    <circle cx="350" cy="212" r="42" fill="#5b5f66"/><circle cx="430" cy="200" r="52" fill="#777c84"/><circle cx="560" cy="490" r="38" fill="#5b5f66"/><circle cx="250" cy="500" r="30" fill="#8a8f96"/>`,
  wall: `${day}<path d="M120 80c120-40 260 10 330 70s-30 150-140 150-260-60-190-220z" fill="#cdbfa5"/><path d="M220 130l70 80-30 60 90 70-20 90" stroke="#6b5f50" stroke-width="9" fill="none"/>
    <path d="M480 300l60-20 40 60-70 30z" fill="#a99878"/><rect y="540" width="800" height="60" fill="#9d8f77"/><path d="M200 545l40-16 50 14z M470 545l70-22 50 20z" fill="#d9cfbb"/>`,
  bikes: `${day}${ground}<rect x="90" y="80" width="620" height="30" fill="#8d7b62"/><rect x="100" y="110" width="14" height="340" fill="#8d7b62"/><rect x="686" y="110" width="14" height="340" fill="#8d7b62"/>
    <g fill="none" stroke="#4b5560" stroke-width="12"><circle cx="240" cy="430" r="62"/><circle cx="400" cy="430" r="62"/><path d="M240 430l70-110 90 110h-90l-60-90M310 320h-40"/></g>
    <g fill="none" stroke="#a5533d" stroke-width="12"><circle cx="460" cy="440" r="58"/><circle cx="610" cy="440" r="58"/><path d="M460 440l66-100 84 100h-84l-56-84M526 340h40"/></g>`,
};

/** The drawings, taken through the same door as a resident's photo. */
export async function drawPictures(): Promise<Record<PictureName, NewPhoto>> {
  const [lamp, puddle, bin, wall, bikes] = await readPhotos(
    await Promise.all((['lamp', 'puddle', 'bin', 'wall', 'bikes'] as const).map(async (name) => ({ bytes: await paint(drawings[name]) }))),
  );
  if (!lamp || !puddle || !bin || !wall || !bikes) throw new Error('a drawing of the demo town is missing');
  return { lamp, puddle, bin, wall, bikes };
}

function paint(drawing: string): Promise<Buffer> {
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600" width="800" height="600">${drawing}</svg>`))
    .jpeg({ quality: 82 })
    .toBuffer();
}
