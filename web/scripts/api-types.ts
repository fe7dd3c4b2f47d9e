// Writes src/api/generated/paths.gen.ts from api/openapi.json, which the server writes from its routes.
// The generator wants TypeScript 5 as its peer and SvelteKit wants 6, so it lives in a small package of its own beside this one.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const contract = here('../../api/openapi.json');
const target = here('../src/api/generated/paths.gen.ts');
const generator = here('../api-types/node_modules/.bin/openapi-typescript');

const isCurrent = () => existsSync(target) && statSync(target).mtimeMs > statSync(contract).mtimeMs;

// Before the server has written its contract, calls go unchecked.
mkdirSync(here('../src/api/generated/'), { recursive: true });
if (!existsSync(contract)) writeFileSync(target, 'export type paths = any; export type components = any;\n');
else if (!isCurrent()) {
  if (!existsSync(generator)) execFileSync('npm', ['ci', '--prefix', here('../api-types')], { stdio: 'inherit' });
  execFileSync(generator, [contract, '--output', target], { stdio: 'inherit' });
}
