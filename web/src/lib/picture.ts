// A picture of the page leaves as a file: SVG as it is drawn, with the theme's colours written into it, or PNG at twice the size.
import { download } from './csv.ts';

const carried = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font-family', 'font-size', 'font-weight', 'text-anchor'];

/** A file has no stylesheet: each shape takes along what it looks like now. */
function alone(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [shapes, copies] = [svg.querySelectorAll('*'), copy.querySelectorAll('*')];
  shapes.forEach((shape, i) => {
    const look = getComputedStyle(shape);
    for (const property of carried) copies[i]!.setAttribute(property, look.getPropertyValue(property));
  });
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return copy;
}

const source = (svg: SVGSVGElement) => new XMLSerializer().serializeToString(alone(svg));

export const saveSvg = (svg: SVGSVGElement, name: string): void => download(`${name}.svg`, source(svg), 'image/svg+xml');

export async function savePng(svg: SVGSVGElement, name: string): Promise<void> {
  const image = new Image();
  image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(source(svg));
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * 2;
  canvas.height = image.height * 2;
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => blob && download(`${name}.png`, blob, 'image/png'), 'image/png');
}
