import type { Terminal } from '../../lib/cli/terminal';

/** A terminal that keeps what is written to it. */
export class FakeTerminal implements Terminal {
  public readonly colors = false;
  public stdout = '';
  public readonly notes: string[] = [];

  constructor(public readonly env: Terminal['env'] = {}, private readonly stdin: () => Buffer = () => Buffer.from('')) {}

  public readonly write = (text: string): void => { this.stdout += text; };

  public readonly note = (line: string): void => { this.notes.push(line); };

  public readStdin(): Promise<Buffer> {
    return Promise.resolve().then(this.stdin);
  }
}
