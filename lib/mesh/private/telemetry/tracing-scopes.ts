import { compareTexts } from '../compare-texts';
import type { TraceTagIntent, TracingIntent } from './telemetry-intent';

type Tags = ReadonlyMap<string, TraceTagIntent>;

/**
 * Of tags, the mesh takes those of one scope: the narrowest that has any. So what wider ones say is repeated, as far as it holds in the same proxies.
 *
 * @param wider widest first
 * @throws when tags of one side would get to the other
 */
export function allTags(own: TracingIntent, wider: readonly TracingIntent[], place: string): Tags | undefined {
  const { side, tags = new Map() } = own;
  if (tags.size === 0) {
    return undefined;
  }
  const tagged = wider.filter(scope => scope.tags !== undefined && scope.tags.size > 0);
  const narrower = tagged.find(scope => scope.side !== undefined && side === undefined);
  if (narrower !== undefined) {
    throw new Error(`${place}: tags that a wider scope adds on the side "${narrower.side}" only would be added on both. Set that side here, too: changeTracing({ side }).`);
  }
  const repeated = tagged.filter(scope => scope.side === undefined || scope.side === side).flatMap(scope => [...scope.tags!]);
  return new Map([...repeated, ...tags].sort(([a], [b]) => compareTexts(a, b)));
}

/** Whether traces go on where a wider scope has stopped them: false if so, undefined if none has. */
export function onAgain({ sink }: TracingIntent, wider: readonly TracingIntent[]): false | undefined {
  return sink !== undefined && wider.some(({ isOff }) => isOff === true) ? false : undefined;
}
