// One thing that a person asks for and waits for: its button rests while it runs, and what went wrong is there to be shown.
import { messageAt } from './problem.ts';

export class Attempt {
  busy = $state(false);
  problem = $state.raw<unknown>();

  #running = 0;

  /** True when it was done. */
  async run(work: () => unknown): Promise<boolean> {
    this.#running++;
    this.busy = true;
    this.problem = undefined;
    try {
      await work();
      return true;
    } catch (caught) {
      this.problem = caught;
      return false;
    } finally {
      this.busy = --this.#running > 0;
    }
  }

  /** For a form's `onsubmit`: who presses twice is served once. */
  submit(work: () => unknown): (event: SubmitEvent) => void {
    return (event) => {
      event.preventDefault();
      if (!this.busy) void this.run(work);
    };
  }

  /** What is wrong with one field, named by its JSON pointer. */
  at(pointer: string): string | undefined {
    return messageAt(this.problem, pointer);
  }
}
