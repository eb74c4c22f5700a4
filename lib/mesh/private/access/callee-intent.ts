import { serviceOf } from '../hosts/service-host';

/** A host that somebody calls, as proxies have to know it. */
export interface SeenHostIntent {
  readonly host: string;
  /** in which it is known; undefined: whichever */
  readonly namespace?: string;
}

/** A host of which the full name is known alone. */
export function seenHost(host: string): SeenHostIntent {
  return { host, namespace: serviceOf(host)?.namespace };
}
