import type { GatewayTlsIntent } from './private/gateway-intent';
import { TlsVersion } from './tls-version';

/** How TLS is ended. */
export interface GatewayTlsOptions {
  /**
   * The oldest version of TLS that a client may speak.
   *
   * @default TlsVersion.V1_2
   */
  readonly minVersion?: TlsVersion;
}

/** What a gateway does with TLS. */
export class GatewayTls {
  /** It passes TLS between clusters on unread, to the service of this mesh that the client names. What an east-west gateway does. */
  public static autoPassthrough(): GatewayTls {
    return new GatewayTls({ mode: 'auto-passthrough' });
  }

  /**
   * It ends TLS as with `secret`, and takes only clients whose certificate is signed by the authority in `ca.crt` of the Secret, or of a
   * second Secret with `-cacert` behind the name.
   *
   * @throws when no Secret can have such a name
   */
  public static mutual(secretName: string, { minVersion = TlsVersion.V1_2 }: GatewayTlsOptions = {}): GatewayTls {
    return new GatewayTls({ mode: 'mutual', secret: requireSecret(secretName, 'GatewayTls.mutual'), minVersion });
  }

  /** No TLS: everybody on the way can read and change what is sent. For trials, and behind something that ends TLS itself. */
  public static none(): GatewayTls {
    return new GatewayTls();
  }

  /** It passes TLS on unread: certificates are the matter of those behind it. Nothing can be exposed by path, since it sees none. */
  public static passthrough(): GatewayTls {
    return new GatewayTls({ mode: 'passthrough' });
  }

  /**
   * It ends TLS with the certificate of a Secret of type `kubernetes.io/tls`. The Secret lies in the namespace of the gateway's *pods*, such as
   * `istio-system`; nothing is rendered for it, so that no key gets into the output.
   *
   * @throws when no Secret can have such a name
   */
  public static secret(secretName: string, { minVersion = TlsVersion.V1_2 }: GatewayTlsOptions = {}): GatewayTls {
    return new GatewayTls({ mode: 'simple', secret: requireSecret(secretName, 'GatewayTls.secret'), minVersion });
  }

  /** @internal */
  public readonly _intent?: GatewayTlsIntent;

  private constructor(intent?: GatewayTlsIntent) {
    this._intent = intent;
  }

  /** @internal */
  public get _passesOn(): boolean {
    return this._intent !== undefined && !('secret' in this._intent);
  }
}

const NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

function requireSecret(name: string, call: string): string {
  if (!NAME.test(name)) {
    throw new Error(`${call}("${name}"): no Secret has such a name. Write the name alone, in lower case; its namespace is that of the gateway's pods.`);
  }
  if (name.endsWith('-cacert')) {
    throw new Error(`${call}("${name}"): the mesh takes a Secret of such a name for the authority of clients alone. Name the Secret with the certificate: "${name.replace(/-cacert$/, '')}".`);
  }
  return name;
}
