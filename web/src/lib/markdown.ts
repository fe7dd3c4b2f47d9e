// Reads the Markdown that people write here (headings, lists, quotes, rules, strong, emphasis, code, links) into a tree. No HTML passes through:
// the page draws the tree, so nothing in a text can become script.

export type Inline = string | { kind: 'strong' | 'em' | 'code'; inside: Inline[] } | { kind: 'link'; href: string; inside: Inline[] };
export type Block =
  | { kind: 'heading'; level: number; inside: Inline[] }
  | { kind: 'paragraph'; lines: Inline[][] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'rule' };

const inlinePattern =
  /\*\*(?<strong>.+?)\*\*|(?<![\w*])[*_](?<em>[^*_]+)[*_](?![\w*])|`(?<code>[^`]+)`|\[(?<text>[^\]]+)\]\((?<href>[^()\s]+)\)|(?<url>https?:\/\/[^\s<>()]+[^\s<>().,;:])/;

const isSafe = (href: string) => /^(https?:\/\/|mailto:|\/(?!\/)|#)/i.test(href);

export function readInline(text: string): Inline[] {
  const found = text.match(inlinePattern);
  if (!found?.groups || found.index === undefined) return text ? [text] : [];
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + found[0].length);
  return [...(before ? [before] : []), node(found[0], found.groups), ...readInline(after)];
}

function node(whole: string, { strong, em, code, text, href, url }: Record<string, string | undefined>): Inline {
  if (strong) return { kind: 'strong', inside: readInline(strong) };
  if (em) return { kind: 'em', inside: readInline(em) };
  if (code) return { kind: 'code', inside: [code] };
  if (url) return { kind: 'link', href: url, inside: [url] };
  return text && href && isSafe(href) ? { kind: 'link', href, inside: readInline(text) } : whole;
}

const item = /^\s*(?:[-*•]|(\d+)[.)])\s+(.*)$/;

function block(chunk: string): Block[] {
  const lines = chunk.split('\n');
  const heading = lines[0]!.match(/^(#{1,4})\s+(.*)$/);
  if (heading) return [{ kind: 'heading', level: heading[1]!.length, inside: readInline(heading[2]!) }, ...readRest(lines.slice(1))];
  if (/^(-{3,}|\*{3,})$/.test(lines[0]!.trim())) return [{ kind: 'rule' }, ...readRest(lines.slice(1))];
  if (lines.every((line) => line.startsWith('>')))
    return [{ kind: 'quote', blocks: readMarkdown(lines.map((line) => line.replace(/^> ?/, '')).join('\n')) }];
  const list = lines.map((line) => line.match(item));
  if (list.every(Boolean))
    return [{ kind: 'list', ordered: list[0]![1] !== undefined, items: list.map((found) => readInline(found![2]!)) }];
  const firstItem = list.findIndex(Boolean);
  if (firstItem > 0) return [...block(lines.slice(0, firstItem).join('\n')), ...block(lines.slice(firstItem).join('\n'))];
  return [{ kind: 'paragraph', lines: lines.map(readInline) }];
}

const readRest = (lines: string[]): Block[] => readMarkdown(lines.join('\n'));

export function readMarkdown(text: string): Block[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .map((chunk) => chunk.replace(/^\n+|\s+$/g, ''))
    .filter(Boolean)
    .flatMap(block);
}
