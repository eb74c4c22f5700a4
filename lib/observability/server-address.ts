import { ICaller } from '../mesh/caller';
import { MeshService } from '../mesh/mesh-service';
import { requireGiven } from '../mesh/private/require-given';

/** What is known of a server that is a service. */
export interface ServiceAddressOptions {
  /**
   * What stands in front of its paths: `/jaeger`.
   *
   * @default - nothing
   */
  readonly path?: string;
  /**
   * The port of the Service.
   *
   * @default - its main one
   */
  readonly port?: number;
}

/** Where a server is that another one asks over HTTP. */
export class ServerAddress {
  /** A service: it lets in whoever is told to ask it. @throws when it has no such port, or the path is none */
  public static ofService(service: MeshService, { path = '', port }: ServiceAddressOptions = {}): ServerAddress {
    const call = 'ServerAddress.ofService';
    const { host, inMesh, access } = requireGiven(service, { what: 'service', has: 'serveMetrics' }, call);
    const { port: number } = service._portAt(port, call);
    const url = requireUrl(`http://${host}:${number}${path}`, call);
    return new ServerAddress(url, caller => {
      if (inMesh) {
        access.allowFrom(caller, { ports: [number] });
      }
    }, inMesh ? service : undefined);
  }

  /** One that somebody else runs: `http://prometheus-operated.monitoring:9090`. @throws when the text is no URL of HTTP without a password and a query */
  public static url(url: string): ServerAddress {
    return new ServerAddress(requireUrl(url, 'ServerAddress.url'), () => undefined);
  }

  private constructor(private readonly url: string, private readonly letIn: (caller: ICaller) => void, private readonly asking?: MeshService) {}

  /** Its URL, for one that asks it, and is let in there. @internal */
  public _for(caller: ICaller): string {
    this.letIn(caller);
    return this.url;
  }

  /** What asks a caller who he is; undefined: nothing does, as far as is known here. @internal */
  public get _asking(): MeshService | undefined {
    return this.asking;
  }

  /** The port of its URL. @internal */
  public get _port(): string {
    return new URL(this.url).port;
  }
}

/** @throws when a text is none that can stand in the configuration of a server, where everybody reads it */
function requireUrl(url: string, call: string): string {
  const known = URL.canParse(url) ? new URL(url) : undefined;
  const isPlain = known !== undefined && ['http:', 'https:'].includes(known.protocol) && known.username === '' && known.search === '' && known.hash === '';
  if (!isPlain || /\s/.test(url) || url.endsWith('/')) {
    throw new Error(`${call}: "${url}" is not a server address. Use one with http:// or https://, without user, query and trailing slash, such as "http://prometheus.monitoring:9090".`);
  }
  return url;
}
