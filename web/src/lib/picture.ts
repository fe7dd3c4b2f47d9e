// A picture of the page leaves as a file that stands by itself: with its title, what its colours mean, where it is from and when it was saved.
// Its words stay words, its colours are those of the light theme whatever the page shows, and its font travels along.
import * as say from '#say';
import { download } from './csv.ts';
import { fileName } from './file-name.ts';
import { longDate, today } from './format.ts';
import { linesOf, plainColour } from './picture-text.ts';

/** What a colour or a line of the picture means; without a colour: a word about the whole. */
export type LegendLine = {
  name: string;
  colour?: string;
  look?: 'area' | 'line' | 'dashed';
  /** Of a box: a pattern that the drawing has. */ pattern?: string;
};
export type Told = { title: string; legend?: LegendLine[]; source?: string };

const family =
  "'IBM Plex Sans Thai Looped', 'Noto Sans Thai Looped', 'Noto Sans Thai', 'Leelawadee UI', Thonburi, 'TH Sarabun New', sans-serif";
const space = { edge: 24, line: 1.6, least: 480, most: 1200 };
const sizes = { title: 19, legend: 14, foot: 12 };
const carried = [
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
];
const name_space = 'http://www.w3.org/2000/svg';

type Words = Record<string, string | number>;

function element(name: string, attributes: Words, text = ''): SVGElement {
  const made = document.createElementNS(name_space, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}

function paint(copy: Element, property: 'fill' | 'stroke', value: string): void {
  const { colour, opacity } = plainColour(value);
  copy.setAttribute(property, colour);
  if (opacity) copy.setAttribute(`${property}-opacity`, opacity);
}

/** A file has no stylesheet: each shape takes along what it looks like now. */
function copyOf(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [shapes, copies] = [svg.querySelectorAll('*'), copy.querySelectorAll('*')];
  shapes.forEach((shape, i) => {
    if (shape instanceof SVGTitleElement) return;
    const look = getComputedStyle(shape);
    for (const property of carried) copies[i]!.setAttribute(property, look.getPropertyValue(property));
    for (const property of ['fill', 'stroke'] as const) paint(copies[i]!, property, look.getPropertyValue(property));
  });
  for (const each of [copy, ...copies]) for (const gone of ['class', 'style', 'tabindex', 'aria-label']) each.removeAttribute(gone);
  for (const link of copy.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  return copy;
}

/** The page is light for as long as `act` takes; nothing is painted in between. */
function inLight<Result>(act: () => Result): Result {
  const root = document.documentElement;
  const theme = root.dataset['theme'];
  root.dataset['theme'] = 'light';
  try {
    return act();
  } finally {
    if (theme === undefined) delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
  }
}

/** Lines of words from a height on, each below the one before it. */
class Column {
  readonly parts: SVGElement[] = [];
  bottom = space.edge;
  readonly #pen = document.createElement('canvas').getContext('2d')!;

  constructor(readonly width: number) {}

  add(text: string, size: number, look: { weight?: number; left?: number; colour: string }): void {
    const left = space.edge + (look.left ?? 0);
    this.#pen.font = `${look.weight ?? 400} ${size}px ${family}`;
    for (const line of linesOf(text, this.width - left - space.edge, (part) => this.#pen.measureText(part).width)) {
      this.bottom += size * space.line;
      const at = { x: left, y: this.bottom - size * 0.45, 'font-size': size, 'font-weight': look.weight ?? 400, fill: look.colour };
      this.parts.push(element('text', at, line));
    }
  }
}

type Tokens = { ink: string; soft: string; ground: string };

/** What a colour of the page, often one by name, is in numbers. */
function colourOf(probe: HTMLElement, colour: string): string {
  probe.style.color = colour;
  return plainColour(getComputedStyle(probe).color).colour;
}

function addLegend(column: Column, lines: (LegendLine & { resolved: string })[], tokens: Tokens): void {
  for (const { name, colour, look, pattern, resolved } of lines) {
    const middle = column.bottom + sizes.legend * 0.85;
    const line = { x1: space.edge, x2: space.edge + 22, y1: middle, y2: middle, stroke: resolved, 'stroke-width': 3 };
    const box = { x: space.edge, y: middle - 7, width: 22, height: 14, rx: 3, fill: pattern ?? resolved, stroke: tokens.soft };
    const marked = colour ?? pattern;
    if (colour && look && look !== 'area')
      column.parts.push(element('line', { ...line, ...(look === 'dashed' && { 'stroke-dasharray': '5 4' }) }));
    else if (marked) column.parts.push(element('rect', box));
    column.add(name, sizes.legend, { left: marked ? 32 : 0, colour: tokens.soft });
  }
}

function framed(svg: SVGSVGElement, { title, legend = [], source }: Told): SVGSVGElement {
  const probe = document.body.appendChild(document.createElement('span'));
  const tokens = {
    ink: colourOf(probe, 'var(--ink)'),
    soft: colourOf(probe, 'var(--ink-soft)'),
    ground: colourOf(probe, 'var(--surface)'),
  };
  const lines = legend.map((line) => ({ ...line, resolved: colourOf(probe, line.colour ?? 'var(--ink)') }));
  probe.remove();
  const drawing = copyOf(svg);
  const box = svg.viewBox.baseVal;
  const width = Math.min(space.most, Math.max(space.least, box.width)) + 2 * space.edge;
  const height = (box.height * (width - 2 * space.edge)) / box.width;
  const column = new Column(width);
  column.add(title, sizes.title, { weight: 600, colour: tokens.ink });
  for (const [key, value] of Object.entries({ x: space.edge, y: column.bottom + 12, width: width - 2 * space.edge, height }))
    drawing.setAttribute(key, String(value));
  column.bottom += height + 24;
  addLegend(column, lines, tokens);
  column.bottom += 8;
  if (source) column.add(say.ui_picture_source({ source }), sizes.foot, { colour: tokens.soft });
  const from = decodeURI(location.origin + location.pathname);
  column.add(say.ui_picture_saved({ when: longDate(today()), from }), sizes.foot, { colour: tokens.soft });
  const whole = { width, height: column.bottom + space.edge };
  const page = element('svg', { xmlns: name_space, viewBox: `0 0 ${whole.width} ${whole.height}`, ...whole, 'font-family': family });
  page.append(element('title', {}, title), element('rect', { ...whole, fill: tokens.ground }), ...column.parts, drawing);
  return page as SVGSVGElement;
}

const asData = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error!);
    reader.readAsDataURL(blob);
  });

/** The page's own font faces, each with its file inside. */
async function fonts(): Promise<string> {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule));
  const faces = rules.map(async ({ parentStyleSheet, style }) => {
    const address = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src'))?.[1];
    if (!address) return '';
    const reply = await fetch(new URL(address, parentStyleSheet?.href ?? location.href));
    const told = (property: string) => `${property}: ${style.getPropertyValue(property)}; `;
    const facts = ['font-family', 'font-weight', 'unicode-range'].map(told).join('');
    return reply.ok ? `@font-face { ${facts}src: url(${await asData(await reply.blob())}) format('woff2'); }` : '';
  });
  return (await Promise.all(faces)).join('\n');
}

async function source(svg: SVGSVGElement, told: Told): Promise<{ text: string; width: number; height: number }> {
  const page = inLight(() => framed(svg, told));
  // Without the font it is still the picture: other programs have Thai fonts of their own.
  const style = element('style', {}, await fonts().catch(() => ''));
  page.prepend(style);
  const { width, height } = page.viewBox.baseVal;
  return { text: new XMLSerializer().serializeToString(page), width, height };
}

export async function saveSvg(svg: SVGSVGElement, told: Told): Promise<void> {
  download(`${fileName(told.title)}.svg`, (await source(svg, told)).text, 'image/svg+xml');
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The fonts inside a picture come a moment after the picture, and nobody tells when: it is whole when it no longer changes. */
async function drawWhole(image: HTMLImageElement, canvas: HTMLCanvasElement): Promise<void> {
  const small = document.createElement('canvas');
  [small.width, small.height] = [Math.ceil(canvas.width / 4), Math.ceil(canvas.height / 4)];
  let [before, alike] = ['', 0];
  for (let turn = 0; turn < 20 && alike < 3; turn++) {
    await pause(100);
    small.getContext('2d')!.drawImage(image, 0, 0, small.width, small.height);
    const now = small.toDataURL();
    alike = now === before ? alike + 1 : 0;
    before = now;
  }
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
}

/** At twice the size, for paper and for screens that show fine lines. */
export async function savePng(svg: SVGSVGElement, told: Told): Promise<void> {
  const { text, width, height } = await source(svg, told);
  const image = new Image();
  image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(text);
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * 2, height * 2];
  await drawWhole(image, canvas);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('the picture is too large to be drawn');
  download(`${fileName(told.title)}.png`, blob, 'image/png');
}
