/** Where progress is shown. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

/**
 * Tells people on a terminal what a long work is at: one line, written over again and again, which is gone at the end. What takes less than
 * half a second says nothing, and so does everything where nobody sits before a terminal.
 */
export class Progress {
  private readonly start: number;
  private last: number;
  private shown = false;

  constructor(private readonly stream: ProgressStream, private readonly now: () => number = () => performance.now()) {
    this.start = now();
    this.last = this.start;
  }

  /** Says what is done now; `done` of `all`, where that is known. To be called as often as one likes. */
  public at(what: string, done?: number, all?: number): void {
    const now = this.now();
    if (this.stream.isTTY !== true || now - this.start < FIRST_MS || (this.shown && now - this.last < EVERY_MS)) {
      return;
    }
    this.shown = true;
    this.last = now;
    this.stream.write(`${CLEAR}${what}${done === undefined || all === undefined ? '' : ` ${done} of ${all}`}`);
  }

  /** Takes the line away. */
  public end(): void {
    if (this.shown) {
      this.shown = false;
      this.stream.write(CLEAR);
    }
  }
}

const FIRST_MS = 500;
const EVERY_MS = 100;
/** To the begin of the line, and everything behind it away. */
const CLEAR = '\r\u001b[K';
