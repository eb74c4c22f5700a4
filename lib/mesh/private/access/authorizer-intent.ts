import { Duration } from 'cdk8s';
import type { HttpAuthorizerProps } from '../../external-authorizer';
import { isDnsLabel } from '../dns-label';
import { isHostname } from '../hosts/hostname';
import { requireTime } from '../require-time';
import { requireTarget } from '../routing/require-target';
import { isToken } from '../routing/tokens';

/** Who is asked whether a request may pass. */
export interface AuthorizerIntent {
  readonly name: string;
  readonly by: 'grpc' | 'http';
  readonly host: string;
  readonly port: number;
  readonly failOpen: boolean;
  readonly timeout?: Duration;
  readonly pathPrefix?: string;
  readonly requestHeaders: readonly string[];
  readonly allowedHeaders: readonly string[];
  readonly deniedHeaders: readonly string[];
}

/** @throws when none can be called so */
export function requireAuthorizerName(name: string, call: string): string {
  if (!isDnsLabel(name)) {
    throw new Error(`${call}("${name}"): is not a valid name. Use lowercase letters, digits and inner hyphens, at most 63 characters.`);
  }
  return name;
}

/** @throws when a text is not the full name of a host */
export function requireAuthorizerHost(host: string, place: string): string {
  if (!isHostname(host) || host.startsWith('*')) {
    throw new Error(`${place}: "${host}" is not a full host name. Write it without scheme, port and path, such as "ask.auth.svc.cluster.local".`);
  }
  return host;
}

/** @throws when none can be called so, nobody knows where it is, or it would be asked in a way that nobody answers */
export function authorizerIntent({ name, by }: Pick<AuthorizerIntent, 'by' | 'name'>, props: HttpAuthorizerProps): AuthorizerIntent {
  const { allowedHeaders = [], deniedHeaders = [], failOpen = false, pathPrefix, requestHeaders = [], timeout } = props;
  const place = `ExternalAuthorizer.${by}("${name}")`;
  requireAuthorizerName(name, `ExternalAuthorizer.${by}`);
  requireTime(timeout, 'milliseconds', `${place}: timeout`);
  const [odd] = [...allowedHeaders, ...deniedHeaders, ...requestHeaders].filter(header => !isToken(header));
  if (odd !== undefined) {
    throw new Error(`${place}: "${odd}" is not a header name. Use letters, digits and hyphens.`);
  }
  if (pathPrefix !== undefined && !/^\/[^\s?#]*$/.test(pathPrefix)) {
    throw new Error(`${place}: "${pathPrefix}" is not a path prefix. Use one such as "/check".`);
  }
  const destinations = requireTarget(props.service, place)._destinations();
  if (destinations.length !== 1 || destinations[0].subset !== undefined) {
    throw new Error(`${place}: the mesh can ask only a service, not a version or a split. Use the service itself, one of its ports with atPort(...), or MeshService.fromHost(...).`);
  }
  const [{ host, port }] = destinations;
  const headers = { requestHeaders: [...requestHeaders], allowedHeaders: [...allowedHeaders], deniedHeaders: [...deniedHeaders] };
  return { name, by, host, port, failOpen, timeout, pathPrefix, ...headers };
}
