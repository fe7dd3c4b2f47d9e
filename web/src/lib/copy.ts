// Words to the clipboard, also for a page that came over plain http, to which the browser gives none.
import * as say from '#say';
import { toast } from './toasts.svelte.ts';

/** Says what came of it; on the page the words stand to be selected by hand. */
export async function copy(text: string, done: string): Promise<void> {
  toast((await isCopied(text)) ? done : say.ui_copy_by_hand());
}

export async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return isCopiedBySelecting(text);
  }
}

/** While a dialog is open, nothing outside it can be selected. */
function isCopiedBySelecting(text: string): boolean {
  const reachable = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.style.position = 'fixed';
  reachable.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
