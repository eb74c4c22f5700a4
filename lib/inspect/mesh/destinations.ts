import { oncePer } from '../once-per';
import type { Field } from './field';
import type { Resource } from './resource';

/** A place of a VirtualService where requests, or copies of them, are sent. */
export interface Destination {
  /** `host`, `subset` and `port`. */
  readonly place: Field;
  /** The entry of `http`, `tcp` or `tls` that it belongs to. */
  readonly entry: Field;
  readonly protocol: 'http' | 'tcp' | 'tls';
  readonly isMirror: boolean;
}

const PROTOCOLS = ['http', 'tcp', 'tls'] as const;

/** All places to which a VirtualService sends something, in its order. */
export const destinationsOf = oncePer(({ spec }: Resource): readonly Destination[] => (
  PROTOCOLS.flatMap(protocol => spec.at(protocol).items().flatMap(entry => [
    ...entry.at('route').items().map(route => ({ place: route.at('destination'), entry, protocol, isMirror: false })),
    ...(protocol === 'http' ? mirrorsOf(entry).map(place => ({ place, entry, protocol, isMirror: true })) : []),
  ])).filter(({ place }) => place.isSet)
));

function mirrorsOf(entry: Field): Field[] {
  return [entry.at('mirror'), ...entry.at('mirrors').items().map(mirror => mirror.at('destination'))];
}
