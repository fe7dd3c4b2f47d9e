// One thing that a person asks for and waits for: its button rests while it runs, and what went wrong is there to be shown.
import { messageAt } from './problem.ts';

export class Attempt {
  busy = $state(false);
  problem = $state.raw<unknown>();

  /** True when it was done. While one runs a second is not begun: who presses twice is not served twice. */
  async run(work: () => unknown): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.problem = undefined;
    try {
      await work();
      return true;
    } catch (caught) {
      this.problem = caught;
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** For a form's `onsubmit`. */
  submit(work: () => unknown): (event: SubmitEvent) => void {
    return (event) => {
      event.preventDefault();
      void this.run(work);
    };
  }

  /** What is wrong with one field, named by its JSON pointer. */
  at(pointer: string): string | undefined {
    return messageAt(this.problem, pointer);
  }
}
