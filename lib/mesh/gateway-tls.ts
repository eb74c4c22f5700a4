import { IssuerKind } from './issuer-kind';
import type { GatewayRoute, GatewayTlsIntent, IssuerIntent } from './private/gateways/gateway-intent';
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

/** How cert-manager gets a certificate. */
export interface CertManagerOptions extends GatewayTlsOptions {
  /**
   * What kind of thing the issuer is.
   *
   * @default IssuerKind.CLUSTER_ISSUER
   */
  readonly issuerKind?: IssuerKind;
  /**
   * Name of the Secret that cert-manager writes the certificate to.
   *
   * @default - the name of the gateway, and "-certificate"
   */
  readonly secretName?: string;
}

/** What a gateway does with TLS. */
export class GatewayTls {
  /** It passes TLS between clusters on unread, to the service of this mesh that the client names. What an east-west gateway does. */
  public static autoPassthrough(): GatewayTls {
    return new GatewayTls({ mode: 'auto-passthrough' });
  }

  /**
   * It ends TLS with a certificate that cert-manager gets for its hostnames, and renews. Renders a `Certificate` where the gateway looks for
   * the Secret: in the namespace of its pods.
   *
   * An issuer that proves hostnames by HTTP-01 gets no first certificate while the gateway redirects plain HTTP: the challenge is led to HTTPS,
   * which nobody answers without the Secret. Take one that proves them by DNS-01, or say `redirectHttp: false` until the Secret is there.
   *
   * @param issuer name of the `ClusterIssuer` that signs it
   * @throws when nothing in a cluster can have such a name
   */
  public static certManager(issuer: string, options: CertManagerOptions = {}): GatewayTls {
    const { issuerKind: kind = IssuerKind.CLUSTER_ISSUER, minVersion = TlsVersion.V1_2, secretName } = options;
    if (!NAME.test(issuer)) {
      throw new Error(`GatewayTls.certManager("${issuer}"): this is not a valid issuer name. Write only the name, in lowercase: "letsencrypt".`);
    }
    const secret = secretName === undefined ? undefined : requireSecret(secretName, 'GatewayTls.certManager');
    return new GatewayTls({ mode: 'simple', secret, minVersion }, { name: issuer, kind });
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
   * `istio-system`; those of a gateway of the Kubernetes Gateway API run in its own. Nothing is rendered for it, so that no key gets into the
   * output.
   *
   * @throws when no Secret can have such a name
   */
  public static secret(secretName: string, { minVersion = TlsVersion.V1_2 }: GatewayTlsOptions = {}): GatewayTls {
    return new GatewayTls({ mode: 'simple', secret: requireSecret(secretName, 'GatewayTls.secret'), minVersion });
  }

  /** @internal */
  public readonly _issuer?: IssuerIntent;

  private constructor(private readonly said?: SaidTls, issuer?: IssuerIntent) {
    this._issuer = issuer;
  }

  /** @internal */
  public _of(gatewayName: string): GatewayTlsIntent | undefined {
    return this.said && 'minVersion' in this.said ? { ...this.said, secret: this.said.secret ?? `${gatewayName}-certificate` } : this.said;
  }

  /** @throws when what a route takes cannot be seen, or is not there @internal */
  public _requirePassable({ name, connections }: Pick<GatewayRoute, 'name' | 'connections'>, place: string): void {
    const mode = this.said?.mode ?? 'none';
    if (mode === 'auto-passthrough') {
      throw new Error(`${place}: passes TLS between clusters through to the requested service automatically. Do not expose "${name}".`);
    }
    if (mode === 'passthrough' && connections === undefined) {
      throw new Error(`${place}: passes TLS through, so it sees no requests for "${name}". Terminate TLS at the gateway: tls: GatewayTls.secret("..."), or expose a port that speaks TLS.`);
    }
    if (mode !== 'passthrough' && connections !== undefined) {
      throw new Error(`${place}: ${mode === 'none' ? 'has no TLS' : 'terminates TLS'}, but the port of "${name}" speaks TLS itself. Pass it through: tls: GatewayTls.passthrough(), or expose a port that speaks HTTP.`);
    }
  }
}

/** What is known before the gateway has its name. */
type SaidTls = Exclude<GatewayTlsIntent, { readonly secret: string }> | {
  readonly mode: 'simple' | 'mutual';
  readonly secret?: string;
  readonly minVersion: TlsVersion;
};

const NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

function requireSecret(name: string, call: string): string {
  if (!NAME.test(name)) {
    throw new Error(`${call}("${name}"): this is not a valid Secret name. Write only the name, in lowercase; its namespace is that of the gateway's pods.`);
  }
  if (name.endsWith('-cacert')) {
    throw new Error(`${call}("${name}"): the mesh reads a Secret with this name only for client CA certificates. Name the Secret with the certificate: "${name.replace(/-cacert$/, '')}".`);
  }
  return name;
}
