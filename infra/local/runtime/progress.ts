/** A progress bar for what takes longer than a second; silent where nobody looks at a terminal. */
import { Presets, SingleBar } from 'cli-progress';

export class Progress {
  readonly #bar: SingleBar;
  #started = false;

  constructor(label: string) {
    this.#bar = new SingleBar(
      {
        format: `  ${label} {bar} {value}/{total}`,
        hideCursor: true,
        clearOnComplete: true,
        noTTYOutput: false,
        stream: process.stderr,
      },
      Presets.shades_classic,
    );
  }

  show(done: number, all: number): void {
    if (!process.stderr.isTTY) return;
    if (!this.#started) this.#bar.start(all, 0);
    this.#started = true;
    this.#bar.update(done);
  }

  end(): void {
    if (this.#started) this.#bar.stop();
    this.#started = false;
  }
}
