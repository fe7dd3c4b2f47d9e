import { kinds } from '#features/knowledge/labels.ts';
import type { Kind } from '#features/knowledge/types.ts';

export function load({ url }) {
  const kind = url.searchParams.get('kind') ?? '';
  const answers = Number(url.searchParams.get('answers'));
  return {
    kind: (kind in kinds ? kind : 'note') as Kind,
    question: url.searchParams.get('question') ?? '',
    ...(answers ? { answers } : {}),
  };
}
