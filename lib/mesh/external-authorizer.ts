import { Duration } from 'cdk8s';
import type { AuthorizerIntent } from './private/access/authorizer-intent';
import { authorizerIntent, requireAuthorizerHost, requireAuthorizerName } from './private/access/authorizer-intent';
import { IRouteTarget } from './route-target';

/** Who is asked whether a request may pass, and how. */
export interface AuthorizerProps {
  /** The service that is asked. */
  readonly service: IRouteTarget;
  /**
   * Whether requests pass while nobody answers.
   *
   * @default false
   */
  readonly failOpen?: boolean;
  /**
   * How long an answer may take.
   *
   * @default - as the mesh has it: 600 seconds
   */
  readonly timeout?: Duration;
}

/** Who is asked by HTTP. */
export interface HttpAuthorizerProps extends AuthorizerProps {
  /**
   * Headers of the answer that the service gets when the request passes.
   *
   * @default - none
   */
  readonly allowedHeaders?: string[];
  /**
   * Headers of the answer that the client gets when the request does not pass, such as `set-cookie` and `location`.
   *
   * @default - all of them
   */
  readonly deniedHeaders?: string[];
  /**
   * Headers of the request that are sent along, besides the host, the method, the path and the length.
   *
   * @default - `Authorization` alone
   */
  readonly requestHeaders?: string[];
  /**
   * What stands before the path of the request that is asked about.
   *
   * @default - nothing
   */
  readonly pathPrefix?: string;
}

/** What is known here of somebody whom the platform makes known. */
export interface AuthorizerReference {
  /**
   * The full name of its host. A service that says what it `calls` has to know it, when it is asked about its requests.
   *
   * @default - it is looked up at the platform, where that is in the same environment
   */
  readonly host?: string;
}

/**
 * Somebody who is asked whether a request may pass: `access.askAuthorizer(authorizer)`. The platform makes it known to the mesh:
 * `platform.addAuthorizer(authorizer)`. Of one that is not known, the mesh lets no request pass.
 */
export class ExternalAuthorizer {
  /** One that the platform makes known, elsewhere. @throws when none can be called so, or the host is none */
  public static fromName(name: string, { host }: AuthorizerReference = {}): ExternalAuthorizer {
    const call = 'ExternalAuthorizer.fromName';
    return new ExternalAuthorizer(requireAuthorizerName(name, call), host === undefined ? {} : { host: requireAuthorizerHost(host, `${call}("${name}")`) });
  }

  /** One that speaks the protocol of Envoy, by gRPC. @throws when none can be called so, or nobody knows where it is */
  public static grpc(name: string, props: AuthorizerProps): ExternalAuthorizer {
    return new ExternalAuthorizer(name, known(authorizerIntent({ name, by: 'grpc' }, props)));
  }

  /** One that is asked by HTTP: it answers 200 to what may pass. @throws when none can be called so, or nobody knows where it is */
  public static http(name: string, props: HttpAuthorizerProps): ExternalAuthorizer {
    return new ExternalAuthorizer(name, known(authorizerIntent({ name, by: 'http' }, props)));
  }

  /** Where it is, as far as that is known here. @internal */
  public readonly _host?: string;
  /** @internal */
  public readonly _intent?: AuthorizerIntent;

  private constructor(public readonly name: string, { host, intent }: Known) {
    this._host = host;
    this._intent = intent;
  }
}

interface Known {
  readonly host?: string;
  readonly intent?: AuthorizerIntent;
}

function known(intent: AuthorizerIntent): Known {
  return { host: intent.host, intent };
}
