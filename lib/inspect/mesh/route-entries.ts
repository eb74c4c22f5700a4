import type { Field } from './field';
import { Resource } from './resource';

/** The fields of a VirtualService that hold routes. */
export const ROUTE_PROTOCOLS = ['http', 'tcp', 'tls'] as const;

/** The routes of a VirtualService for HTTP. */
export const httpEntries = Resource.oncePer(({ spec }: Resource): readonly Field[] => spec.at('http').items());

/** What its routes for HTTP match. */
export const httpMatches = Resource.oncePer((virtualService: Resource): readonly Field[] => (
  httpEntries(virtualService).flatMap(entry => entry.at('match').items())
));

/** All of its routes. */
export const routeEntries = Resource.oncePer((virtualService: Resource): readonly Field[] => [
  ...httpEntries(virtualService), ...virtualService.spec.at('tcp').items(), ...virtualService.spec.at('tls').items(),
]);
