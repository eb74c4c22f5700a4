import { addTo } from '../group-by';

/** Things by hosts, of which each may begin with `*`, so that a host finds those that it meets without a look at the others. */
export class HostIndex<T> {
  /** The things of each host, as it is written. */
  private readonly exact = new Map<string, Entry<T>[]>();
  /** The lengths of what wildcards have behind `*`: no other end of a host has to be looked at. */
  private readonly tailLengths = new Set<number>();
  private sorted: readonly ReversedHost[] | undefined;

  constructor(hosts: Iterable<readonly [host: string, thing: T]>) {
    let order = 0;
    for (const [host, thing] of hosts) {
      addTo(this.exact, host, { order, thing });
      if (isWildcard(host)) {
        this.tailLengths.add(host.length - 1);
      }
      order += 1;
    }
  }

  /** The things of all hosts that have a host in common with this one, in the order in which they came. */
  public meeting(host: string): T[] {
    return this.thingsOf([...this.covering(host), ...(isWildcard(host) ? this.endingWith(tailOf(host)) : [])]);
  }

  /** Whether some host has a host in common with this one. */
  public meets(host: string): boolean {
    return this.covering(host).length > 0 || (isWildcard(host) && this.endingWith(tailOf(host), 1).length > 0);
  }

  /** The things of this host, and of wildcards that have all hosts of it, in the order in which they came. */
  public covered(host: string): T[] {
    return this.thingsOf(this.covering(host));
  }

  private thingsOf(hosts: readonly string[]): T[] {
    const entries = hosts.length === 1 ? this.exact.get(hosts[0])! : hosts.flatMap(host => this.exact.get(host)!).sort(byOrder);
    return entries.map(({ thing }) => thing);
  }

  private covering(host: string): string[] {
    const found = this.exact.has(host) ? [host] : [];
    if (this.tailLengths.size > 0) {
      const end = tailOf(host);
      const wildcards = [...this.tailLengths].filter(length => length <= end.length).map(length => `*${end.slice(end.length - length)}`);
      found.push(...wildcards.filter(one => one !== host && this.exact.has(one)));
    }
    return found;
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

  /** All hosts spelled backwards, in order: those with the same end stand side by side. Only who looks for a wildcard needs them. */
  private get backwards(): readonly ReversedHost[] {
    this.sorted ??= [...this.exact.keys()].map(host => ({ host, reversed: reverse(tailOf(host)) })).sort(byReversed);
    return this.sorted;
  }
}

/** A host, and what it is without `*`, spelled backwards. */
interface ReversedHost {
  readonly host: string;
  readonly reversed: string;
}

interface Entry<T> {
  readonly order: number;
  readonly thing: T;
}

function byOrder(one: Entry<unknown>, other: Entry<unknown>): number {
  return one.order - other.order;
}

function byReversed(one: ReversedHost, other: ReversedHost): number {
  return one.reversed < other.reversed ? -1 : 1;
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
