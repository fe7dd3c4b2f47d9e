// Draws the mark (nine people in a circle, one of them lit) into static/icons: an SVG, and the PNG sizes that phones ask for.
// Drawn here, with zlib only: an image library for nine discs would be the heaviest package of the build.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';

type Colour = [number, number, number];
type Disc = { x: number; y: number; radius: number; colour: Colour };

const paper: Colour = [251, 250, 246];
const indigo: Colour = [43, 58, 130];
const turmeric: Colour = [217, 154, 6];
const seats = 9;

/** The mark inside a unit square; `reach` is the distance of a seat from the centre. */
function discs(reach: number): Disc[] {
  return Array.from({ length: seats }, (_, seat) => {
    const angle = (seat * 2 * Math.PI) / seats - Math.PI / 2;
    return { x: 0.5 + reach * Math.cos(angle), y: 0.5 + reach * Math.sin(angle), radius: reach / 4, colour: seat ? indigo : turmeric };
  });
}

function colourAt(mark: Disc[], x: number, y: number, pixel: number): Colour {
  for (const disc of mark) {
    const inside = Math.min(1, Math.max(0, (disc.radius - Math.hypot(x - disc.x, y - disc.y)) / pixel + 0.5));
    if (inside > 0) return disc.colour.map((value, i) => Math.round(value * inside + paper[i]! * (1 - inside))) as Colour;
  }
  return paper;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

function png(size: number, reach: number): Buffer {
  const mark = discs(reach);
  const rows = Buffer.alloc(size * (1 + size * 3));
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) rows.set(colourAt(mark, (x + 0.5) / size, (y + 0.5) / size, 1 / size), y * (1 + size * 3) + 1 + x * 3);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function svg(): string {
  const rgb = (colour: Colour) => `rgb(${colour.join(' ')})`;
  const circles = discs(0.375).map(
    (d) => `<circle cx="${(d.x * 32).toFixed(2)}" cy="${(d.y * 32).toFixed(2)}" r="3" fill="${rgb(d.colour)}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${circles.join('')}</svg>\n`;
}

const folder = fileURLToPath(new URL('../static/icons/', import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(folder + 'mark.svg', svg());
writeFileSync(folder + 'icon-192.png', png(192, 0.36));
writeFileSync(folder + 'icon-512.png', png(512, 0.36));
writeFileSync(folder + 'apple-180.png', png(180, 0.32));
// A phone may cut a maskable icon to a circle of 80 %.
writeFileSync(folder + 'maskable-512.png', png(512, 0.27));
