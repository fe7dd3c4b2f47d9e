// Short notices at the edge of the page; one that undoes something stays long enough to be read and reached.

export type Toast = { id: number; text: string; action: { label: string; run: () => void } | undefined };

export const toasts = $state<Toast[]>([]);

let last = 0;

export function toast(text: string, action?: Toast['action']): void {
  const id = ++last;
  toasts.push({ id, text, action });
  setTimeout(() => dismiss(id), action ? 12_000 : 6_000);
}

export function dismiss(id: number): void {
  const at = toasts.findIndex((one) => one.id === id);
  if (at >= 0) toasts.splice(at, 1);
}
