/** Things by hosts, of which each may begin with `*`, so that a host finds those that it meets without a look at the others. */
export class HostIndex<T> {
  /** The things of each host, as it is written. */
  private readonly exact = new Map<string, Entry<T>[]>();
  /** All hosts spelled backwards, without `*`, in order: hosts with the same end stand side by side. */
  private readonly backwards: ReadonlyArray<{ readonly reversed: string; readonly host: string }>;
  /** The lengths of what wildcards have behind `*`: no other end of a host has to be looked at. */
  private readonly tailLengths: readonly number[];

  constructor(hosts: Iterable<readonly [host: string, thing: T]>) {
    let order = 0;
    for (const [host, thing] of hosts) {
      const entries = this.exact.get(host) ?? [];
      entries.push({ order, thing });
      this.exact.set(host, entries);
      order += 1;
    }
    const known = [...this.exact.keys()];
    this.backwards = known.map(host => ({ host, reversed: reverse(tailOf(host)) })).sort((one, other) => (one.reversed < other.reversed ? -1 : 1));
    this.tailLengths = [...new Set(known.filter(isWildcard).map(host => host.length - 1))];
  }

  /** The things of all hosts that have a host in common with this one, in the order in which they came. */
  public meeting(host: string): T[] {
    return inOrder([...this.covering(host), ...(isWildcard(host) ? this.endingWith(tailOf(host)) : [])].flatMap(found => this.exact.get(found)!));
  }

  /** Whether some host has a host in common with this one. */
  public meets(host: string): boolean {
    return this.covering(host).length > 0 || (isWildcard(host) && this.endingWith(tailOf(host), 1).length > 0);
  }

  /** The things of this host, and of wildcards that have all hosts of it, in the order in which they came. */
  public covered(host: string): T[] {
    return inOrder(this.covering(host).flatMap(found => this.exact.get(found)!));
  }

  private covering(host: string): string[] {
    const end = tailOf(host);
    const wildcards = this.tailLengths.filter(length => length <= end.length).map(length => `*${end.slice(end.length - length)}`);
    return [...new Set([host, ...wildcards])].filter(one => this.exact.has(one));
  }

  /** The hosts that end so, those that are covered by `*` and this end: at most `limit`. */
  private endingWith(tail: string, limit = Number.POSITIVE_INFINITY): string[] {
    const wanted = reverse(tail);
    const found: string[] = [];
    for (let place = this.firstFrom(wanted); found.length < limit && this.backwards[place]?.reversed.startsWith(wanted); place += 1) {
      const { host, reversed } = this.backwards[place];
      if (reversed !== wanted || !isWildcard(host)) {
        found.push(host);
      }
    }
    return found;
  }

  private firstFrom(wanted: string): number {
    let [low, high] = [0, this.backwards.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      [low, high] = this.backwards[middle].reversed < wanted ? [middle + 1, high] : [low, middle];
    }
    return low;
  }
}

interface Entry<T> {
  readonly order: number;
  readonly thing: T;
}

function inOrder<T>(entries: Array<Entry<T>>): T[] {
  return entries.sort((one, other) => one.order - other.order).map(({ thing }) => thing);
}

function isWildcard(host: string): boolean {
  return host.startsWith('*');
}

function tailOf(host: string): string {
  return isWildcard(host) ? host.slice(1) : host;
}

function reverse(text: string): string {
  return [...text].reverse().join('');
}
