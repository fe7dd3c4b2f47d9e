// The sheet of a map leaves as a file: its colours stand in it already.
import { download } from '#lib/csv.ts';

const source = (svg: SVGSVGElement): { text: string; width: number; height: number } => {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return { text: new XMLSerializer().serializeToString(copy), width, height };
};

export const saveSvg = (svg: SVGSVGElement, name: string): void => download(`${name}.svg`, source(svg).text, 'image/svg+xml');

/** At twice the size, for paper. */
export async function savePng(svg: SVGSVGElement, name: string): Promise<void> {
  const { text, width, height } = source(svg);
  const image = new Image();
  image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(text);
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * 2, height * 2];
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => blob && download(`${name}.png`, blob, 'image/png'), 'image/png');
}
