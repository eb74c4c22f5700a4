import type { ServerCheckIntent, TlsIntent } from './private/policy/traffic-policy-intent';

/**
 * How callers encrypt connections, instead of what the mesh finds out by itself. A mesh that is told nothing encrypts whatever has a proxy at
 * the other end: only what is outside the mesh, or does TLS of its own, needs it said. What is said holds for all callers, whatever the
 * service accepts.
 */
export class ClientTls {
  /** Plain text. A service that takes only mutual TLS refuses it. */
  public static disabled(): ClientTls {
    return new ClientTls({ mode: 'disabled' });
  }

  /** TLS in which the client shows a certificate too, from files in the proxy of each caller. @throws when a file has no absolute path */
  public static mutual(options: MutualTlsOptions): ClientTls {
    const { clientCertificate, privateKey } = options;
    requireFiles({ clientCertificate, privateKey }, 'ClientTls.mutual');
    return new ClientTls({ mode: 'mutual', clientCertificate, privateKey, ...serverCheck(options, 'ClientTls.mutual') });
  }

  /** Mutual TLS with the certificates of the mesh, even if the other end seems to have no proxy: then connections fail. */
  public static mutualByMesh(): ClientTls {
    return new ClientTls({ mode: 'mesh' });
  }

  /**
   * TLS in which only the server shows a certificate. That of a service of the mesh has to be told from others: by `caCertificates`, or a name.
   *
   * @throws when a name or a file is none
   */
  public static simple(options: SimpleTlsOptions = {}): ClientTls {
    return new ClientTls({ mode: 'simple', ...serverCheck(options, 'ClientTls.simple') });
  }

  /** Mutual TLS with the certificates of the mesh, toward what gateways of another cluster know by a name. @internal */
  public static _toService(sni: string): ClientTls {
    return new ClientTls({ mode: 'mesh', sni });
  }

  /** @internal */
  public readonly _intent: TlsIntent;

  private constructor(intent: TlsIntent) {
    this._intent = intent;
  }

  /** With the name that a server is asked for and has to have, where none is said. @param host undefined: that of each request @internal */
  public _toward(host: string | undefined, place: string): ClientTls {
    const { _intent: intent } = this;
    if (intent.mode === 'simple' || intent.mode === 'mutual') {
      const { sni = host } = intent;
      return new ClientTls({ ...intent, sni, subjectAltNames: intent.subjectAltNames ?? (sni === undefined ? undefined : [sni]) });
    }
    throw new Error(`${place}: originateTls is TLS with a server outside the mesh. Use ClientTls.simple(), or ClientTls.mutual({...}).`);
  }
}

/** How the server proves who it is. */
export interface SimpleTlsOptions {
  /**
   * Path of a file with the authorities that may have signed its certificate, in the proxy of each caller.
   *
   * @default - those that the proxy's operating system trusts
   */
  readonly caCertificates?: string;
  /**
   * The name that the client asks the server for.
   *
   * @default - the host of each request; none on ports without HTTP
   */
  readonly sni?: string;
  /**
   * The names of which its certificate has to have one.
   *
   * @default - `sni`; without that, the host of each request
   */
  readonly subjectAltNames?: string[];
}

/** How both ends prove who they are. */
export interface MutualTlsOptions extends SimpleTlsOptions {
  /** Path of the file with the certificate of the client, in the proxy of each caller. */
  readonly clientCertificate: string;
  /** Path of the file with its key. */
  readonly privateKey: string;
}

/** With a name to ask for and none to expect, the mesh would take any certificate of any authority. */
function serverCheck({ caCertificates, sni, subjectAltNames }: SimpleTlsOptions, call: string): ServerCheckIntent {
  requireFiles({ caCertificates }, call);
  if (sni !== undefined && !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(sni)) {
    throw new Error(`${call}: "${sni}" is not a server name. Use a host name, such as "orders.example.com".`);
  }
  if (subjectAltNames !== undefined && (subjectAltNames.length === 0 || subjectAltNames.includes(''))) {
    throw new Error(`${call}: subjectAltNames is empty, so no certificate would match. Name at least one, or leave subjectAltNames out.`);
  }
  return { caCertificates, sni, subjectAltNames: subjectAltNames ?? (sni === undefined ? undefined : [sni]) };
}

function requireFiles(files: Readonly<Record<string, string | undefined>>, call: string): void {
  for (const [name, file] of Object.entries(files)) {
    if (file !== undefined && !file.startsWith('/')) {
      throw new Error(`${call}: "${file}" is not an absolute file path. Use the path of ${name} in the proxy, such as "/etc/certs/${name}.pem".`);
    }
  }
}
