import type { Field } from './field';
import { Resource } from './resource';
import { ROUTE_PROTOCOLS } from './route-entries';

/** A place of a VirtualService where requests, or copies of them, are sent. */
export interface Destination {
  /** `host`, `subset` and `port`. */
  readonly place: Field;
  readonly host: Field;
  readonly subset: Field;
  /** The entry of `http`, `tcp` or `tls` that it belongs to. */
  readonly entry: Field;
  readonly protocol: typeof ROUTE_PROTOCOLS[number];
  readonly isMirror: boolean;
}

/** All places to which a VirtualService sends something, in its order. */
export const destinationsOf = Resource.oncePer(({ spec }: Resource): readonly Destination[] => {
  const found: Destination[] = [];
  for (const protocol of ROUTE_PROTOCOLS) {
    for (const entry of spec.at(protocol).items()) {
      entry.at('route').items().forEach(route => add(found, route.at('destination'), { entry, protocol, isMirror: false }));
      if (protocol === 'http') {
        mirrorsOf(entry).forEach(mirror => add(found, mirror, { entry, protocol, isMirror: true }));
      }
    }
  }
  return found;
});

function add(found: Destination[], place: Field, { entry, protocol, isMirror }: Pick<Destination, 'entry' | 'protocol' | 'isMirror'>): void {
  if (place.isSet) {
    found.push({ place, host: place.at('host'), subset: place.at('subset'), entry, protocol, isMirror });
  }
}

function mirrorsOf(entry: Field): Field[] {
  return [entry.at('mirror'), ...entry.at('mirrors').items().map(mirror => mirror.at('destination'))];
}
