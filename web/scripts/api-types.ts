// Writes src/api/generated/paths.gen.ts from api/openapi.json, which the server writes from its routes.
// The generator wants TypeScript 5 as its peer and SvelteKit wants 6, so it lives in a small package of its own beside this one.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const contract = here('../../api/openapi.json');
const folder = here('../src/api/generated/');
const target = folder + 'paths.gen.ts';
const lenient = folder + 'openapi.gen.json';
const generator = here('../api-types/node_modules/.bin/openapi-typescript');

const isCurrent = () => existsSync(target) && statSync(target).mtimeMs > statSync(contract).mtimeMs;

/** What is missing travels as null; `ask` leaves it out, so that for us a field is there or it is not. */
function withoutNull(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutNull);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => {
    if (key === 'type' && Array.isArray(value)) return [key, value.filter((type) => type !== 'null')];
    if (key === 'anyOf' || key === 'enum')
      return [key, value.filter((one: unknown) => one !== null && (one as { type?: string }).type !== 'null')];
    return [key, withoutNull(value)];
  });
  return Object.fromEntries(entries);
}

function generate(): void {
  const openapi = JSON.parse(readFileSync(contract, 'utf8')) as { components: { schemas: Record<string, unknown> } };
  openapi.components.schemas = withoutNull(openapi.components.schemas) as Record<string, unknown>;
  writeFileSync(lenient, JSON.stringify(openapi));
  if (!existsSync(generator)) execFileSync('npm', ['ci', '--prefix', here('../api-types')], { stdio: 'inherit' });
  execFileSync(generator, [lenient, '--output', target], { stdio: ['ignore', 'ignore', 'inherit'] });
}

// Before the server has written its contract, calls go unchecked.
mkdirSync(folder, { recursive: true });
if (!existsSync(contract)) writeFileSync(target, 'export type paths = any; export type components = any;\n');
else if (!isCurrent()) generate();
