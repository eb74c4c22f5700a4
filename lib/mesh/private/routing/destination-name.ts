import type { DestinationIntent } from '../intent';

/** What tells a destination from every other. */
type Place = Pick<DestinationIntent, 'host' | 'port' | 'subset'>;

/**
 * Names of destinations by which they are told apart where they stand together: the version or the host alone, and all of it where that is not
 * enough. Clients and rules bear these names, so that they change no sooner than they have to.
 */
export function destinationNames(destinations: readonly Place[]): string[] {
  const short = destinations.map(({ host, subset }) => subset ?? host);
  return destinations.map((destination, index) => (
    short.indexOf(short[index]) === short.lastIndexOf(short[index]) ? short[index] : fullName(destination)
  ));
}

/** A destination as errors name it. */
export function destinationText({ host, port, subset }: Place): string {
  return `${subset === undefined ? '' : `version "${subset}" of `}${host} at port ${port}`;
}

/** The second of each pair that is one and the same. */
export function repeated<T extends Place>(destinations: readonly T[]): T[] {
  const names = destinations.map(fullName);
  return destinations.filter((_, index) => names.indexOf(names[index]) < index);
}

/** Whether all that comes to the second comes to the first. */
export function contains(a: Place, b: Place): boolean {
  return a.host === b.host && a.port === b.port && [undefined, b.subset].includes(a.subset);
}

function fullName({ host, port, subset }: Place): string {
  return [...subset === undefined ? [] : [subset], host, port].join('.');
}
