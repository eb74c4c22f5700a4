import { Construct } from 'constructs';
import { IEgressGateway } from '../../egress';
import { Mesh } from '../../mesh';
import { requirePort } from '../hosts/ports';
import { requireLabel } from '../names';
import { exitSubset } from './exit-subset';
import type { ExitIntent, LeavingHost } from './leaving-host';
import { partsOfReference } from './references';

/** What is known of a gateway that somebody else owns. */
export interface ReferencedEgressGatewayProps {
  readonly port?: number;
  readonly serviceName?: string;
}

/** A gateway that somebody else owns. The rules of hosts that leave by it are ours; its servers and the policy of its Service are not. */
export class ReferencedEgressGateway extends Construct implements IEgressGateway {
  public readonly serviceHost: string;
  private readonly port: number;

  constructor(scope: Construct, id: string, public readonly reference: string, { port = 443, serviceName = 'istio-egressgateway' }: ReferencedEgressGatewayProps) {
    super(scope, id);
    const { path } = this.node;
    const [namespace] = partsOfReference(reference, path);
    requirePort(port, path);
    this.port = port;
    this.serviceHost = `${requireLabel(serviceName, path)}.${namespace}.svc.${Mesh.of(this).clusterDomain}`;
  }

  /** @internal */
  public _carry({ host, isPassed, needsHttp2 }: LeavingHost): ExitIntent {
    const { path } = this.node;
    if (needsHttp2) {
      throw new Error(`${path}: requests for "${host}" must reach the gateway over HTTP/2, which only its owner can set. Let its owner call leaveVia, or let callers speak TLS: protocol: AppProtocol.HTTPS.`);
    }
    return { gateway: this.reference, host: this.serviceHost, port: this.port, subset: isPassed ? undefined : exitSubset(host, path) };
  }
}
