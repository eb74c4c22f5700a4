import type { Field } from './field';

/** A Service that a route of the Gateway API sends requests to. */
export interface RouteService {
  readonly namespace: string;
  readonly name: string;
}

/** The Service that a backend of a route in `own` names; undefined where it names nothing, or something else. */
export function routeService(backend: Field, own: string): RouteService | undefined {
  const [name, kind = 'Service', group = '', namespace = own] = ['name', 'kind', 'group', 'namespace'].map(key => backend.at(key).text);
  return name === undefined || name === '' || kind !== 'Service' || group !== '' ? undefined : { namespace, name };
}
