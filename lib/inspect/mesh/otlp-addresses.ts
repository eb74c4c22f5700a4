import { clusterDomain } from './cluster-domain';
import type { ObjectSet } from './object-set';

/** The variables by which an application is told where to send all telemetry, or the signal that they name. */
export const OTLP_ENDPOINT = /^OTEL_EXPORTER_OTLP_((?:TRACES|METRICS|LOGS)_)?ENDPOINT$/;

/** An address to which telemetry is sent. */
export interface OtlpAddress {
  readonly host: string;
  readonly port?: number;
  /** Empty for none. */
  readonly path: string;
  /** The address as it can be shown: without user and password. */
  readonly shown: string;
}

const ADDRESS = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:[^@/?#\s]*@)?(\[[^\]]*\]|[^:/?#[\]@\s]+)(?::(\d+))?([/?#].*)?$/i;
const STANDARD_PORTS: Readonly<Record<string, string | undefined>> = { http: '80', https: '443' };

/** The address that a variable names; undefined for what is none, or known only in the cluster. */
export function otlpAddress(text: string): OtlpAddress | undefined {
  const [whole, scheme = '', host = '', port = STANDARD_PORTS[scheme.toLowerCase()], path = ''] = ADDRESS.exec(text) ?? [];
  return whole === undefined || whole.includes('$(') ? undefined : {
    host: host.replace(/^\[(.*)\]$/, '$1'),
    port: port === undefined ? undefined : Number(port),
    path,
    shown: text.replace(/^([^/?#]*\/\/)?[^/?#]*@/, '$1'),
  };
}

/** The Service that a host means. */
export interface ResolvedService {
  readonly name: string;
  readonly namespace: string;
  /** False where it may be a host of the Internet. */
  readonly isSure: boolean;
}

/** The Service that a host with dots is to the resolver of a pod. */
export function serviceResolved(set: ObjectSet, host: string): ResolvedService | undefined {
  const short = host.toLowerCase().replace(/\.$/, '').replace(`.svc.${clusterDomain(set)}`, '.svc');
  const [, name, namespace, svc] = /^([^.]+)\.([^.]+)(\.svc)?$/.exec(short) ?? [];
  return namespace === undefined ? undefined : { name, namespace, isSure: svc !== undefined };
}
