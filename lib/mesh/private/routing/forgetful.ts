import type { DestinationIntent } from '../intent';

/** Destinations to which no client gets again: a connection carries nothing by which it could, and what fails on purpose is not to be remembered. */
export function forgetful(destinations: readonly DestinationIntent[]): DestinationIntent[] {
  return destinations.map(({ memory: _, ...destination }) => destination);
}
