import { oncePer } from '../once-per';
import type { Field } from './field';
import type { Resource } from './resource';

/** A place of a VirtualService where requests, or copies of them, are sent. */
export interface Destination {
  /** `host`, `subset` and `port`. */
  readonly place: Field;
  readonly host: Field;
  readonly subset: Field;
  /** The entry of `http`, `tcp` or `tls` that it belongs to. */
  readonly entry: Field;
  readonly protocol: 'http' | 'tcp' | 'tls';
  readonly isMirror: boolean;
}

const PROTOCOLS = ['http', 'tcp', 'tls'] as const;

/** All places to which a VirtualService sends something, in its order. */
export const destinationsOf = oncePer(({ spec }: Resource): readonly Destination[] => (
  PROTOCOLS.flatMap(protocol => spec.at(protocol).items().flatMap(entry => destinationsIn(entry, protocol)))
));

function destinationsIn(entry: Field, protocol: Destination['protocol']): Destination[] {
  const sent = entry.at('route').items().map(route => destination(route.at('destination'), entry, { protocol, isMirror: false }));
  const copied = protocol === 'http' ? mirrorsOf(entry).map(place => destination(place, entry, { protocol, isMirror: true })) : [];
  return [...sent, ...copied].filter(({ place }) => place.isSet);
}

function destination(place: Field, entry: Field, { protocol, isMirror }: Pick<Destination, 'protocol' | 'isMirror'>): Destination {
  return { place, host: place.at('host'), subset: place.at('subset'), entry, protocol, isMirror };
}

function mirrorsOf(entry: Field): Field[] {
  const mirrors = entry.at('mirrors').items().map(mirror => mirror.at('destination'));
  const mirror = entry.at('mirror');
  return mirror.isSet ? [mirror, ...mirrors] : mirrors;
}
