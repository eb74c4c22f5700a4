import { EnvValue, k8s } from 'cdk8s-plus-28';
import type { ServicePort } from '../../../mesh/service-port';
import type { Signal } from '../../signal';

/** Where a component stands in a configuration. */
export type ComponentKind = 'receivers' | 'processors' | 'exporters' | 'extensions';

/** What YAML can say. */
export type ConfigValue = string | number | boolean | null | undefined | readonly ConfigValue[] | ConfigMap;

export interface ConfigMap {
  readonly [key: string]: ConfigValue;
}

/** What a component has to know of the collector that it is part of. */
export interface ComponentPlace {
  /** the address to listen at, which depends on who shall reach it */
  readonly listenAt: (port: number) => string;
  /** whether each node has a collector of its own */
  readonly isOfNode: boolean;
  /** how another component is called there */
  readonly idOf: (component: ComponentIntent) => string;
}

/** One component of a collector, as plain data. */
export interface ComponentIntent {
  readonly kind: ComponentKind;
  /** as the oldest version calls it that is known here */
  readonly type: string;
  /** tells it from others of its type */
  readonly name?: string;
  /** undefined: all */
  readonly signals?: readonly Signal[];
  /** undefined: nothing is said of it */
  readonly config?: (place: ComponentPlace) => ConfigMap;
  /** variables that its configuration reads */
  readonly env?: Readonly<Record<string, EnvValue>>;
  /** variables that it reads besides where each node has a collector of its own */
  readonly nodeEnv?: Readonly<Record<string, EnvValue>>;
  /** extensions that it needs */
  readonly uses?: readonly ComponentIntent[];
  /** at which it listens */
  readonly ports?: readonly ServicePort[];
  /** what it asks the API server for */
  readonly rights?: readonly k8s.PolicyRule[];
  /** whether it fetches what it gets from elsewhere, so that each pod with it would get the same */
  readonly fetches?: boolean;
  /** who calls the ports: pods that send, or a Prometheus, which has no certificate of the mesh */
  readonly isScraped?: boolean;
}
