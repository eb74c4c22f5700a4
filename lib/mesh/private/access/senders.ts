import type { PassingIntent } from './passed-rules';

/** Somebody who gets requests that others send on. */
export interface Receiver {
  readonly senders: Senders;
  /** who comes along when requests are sent on from here */
  passing(): PassingIntent;
}

/** Those who send requests on to somebody. */
export class Senders {
  private readonly direct = new Set<Receiver>();

  constructor(private readonly receiver: Receiver) {}

  /** whether there is any */
  public get isThere(): boolean {
    return this.direct.size > 0;
  }

  public add(sender: Receiver): void {
    this.direct.add(sender);
  }

  /** What comes along with them, over however many services. */
  public passing(): PassingIntent[] {
    return [...this.all()].map(sender => sender.passing());
  }

  private all(known = new Set<Receiver>()): Set<Receiver> {
    [...this.direct].filter(sender => sender !== this.receiver && !known.has(sender)).forEach(sender => sender.senders.all(known.add(sender)));
    return known;
  }
}
