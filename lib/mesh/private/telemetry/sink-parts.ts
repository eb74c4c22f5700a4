import { isHostname } from '../hosts/hostname';
import { requirePort } from '../hosts/ports';
import type { SinkAddressIntent } from './telemetry-intent';

/** @throws when a name cannot be that of a sink */
export function requireSinkName(name: string, call: string): string {
  if (!/^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(name)) {
    throw new Error(`${call}: "${name}" is not a valid sink name. Use letters, digits, and inner dots, hyphens and underscores, such as "otel-tracing".`);
  }
  return name;
}

/** @throws when a host is not the full name of one, and nothing else, or the port is none */
export function requireAddress({ host, port }: SinkAddressIntent, call: string): SinkAddressIntent {
  requirePort(port, call);
  return { host: requireSinkHost(host, call), port };
}

/** @throws when a text is not the full name of a host */
export function requireSinkHost(host: string, call: string): string {
  if (!isHostname(host) || host.startsWith('*')) {
    throw new Error(`${call}: "${host}" is not a full host name. Write it without scheme, port and path, such as "opentelemetry-collector.observability.svc.cluster.local".`);
  }
  return host;
}

/** @throws when a text is no path of a URL; what is not said passes */
export function requireUrlPath(path: string | undefined, call: string): void {
  if (path !== undefined && !/^\/[^\s?#]*$/.test(path)) {
    throw new Error(`${call}: "${path}" is not a path. Begin it with a slash, such as "/v1/traces".`);
  }
}

/** @throws when a header of a sink has no name or value that could be sent; what is not said passes */
export function requireSinkHeaders(headers: Readonly<Record<string, string>> = {}, call: string): void {
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(name)) {
      throw new Error(`${call}: "${name}" is not a header name. Use one such as "x-team".`);
    }
    if (value === '' || /[\0\r\n]/.test(value)) {
      throw new Error(`${call}: the header "${name}" has an invalid value: ${JSON.stringify(value)}. Use one line of text, or leave the header out.`);
    }
  }
}
