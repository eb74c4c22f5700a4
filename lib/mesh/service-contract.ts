import { AppProtocol } from './app-protocol';
import { requireDnsLabel } from './private/dns-label';
import { requireDnsName } from './private/dns-name';
import { requirePort } from './private/hosts/ports';
import { requireLabel } from './private/names';

/** What other teams may count on. */
export interface ServiceContractProps {
  /**
   * The domain of the cluster's services.
   *
   * @default "cluster.local"
   */
  readonly clusterDomain?: string;
  /** Namespace of the Service. */
  readonly namespace: string;
  /** The port of the Service. */
  readonly port: number;
  /**
   * What is spoken at the port.
   *
   * @default AppProtocol.HTTP
   */
  readonly protocol?: AppProtocol;
  /**
   * Name of the account that its pods run as, by which it is known where it calls.
   *
   * @default - the name of the Service
   */
  readonly serviceAccount?: string;
  /** Name of the Service. */
  readonly serviceName: string;
}

/**
 * What a team publishes of a service, in a package without its implementation, and what other teams refer to: `MeshService.fromContract(contract)`.
 * A value that renders nothing. The service says that it keeps to it: `service.keepTo(contract)`.
 */
export class ServiceContract {
  /** @throws when a name or the port is none */
  public static of(props: ServiceContractProps): ServiceContract {
    return new ServiceContract(props);
  }

  /** Full name of the Service. */
  public readonly host: string;
  /** Namespace of the Service. */
  public readonly serviceNamespace: string;
  /** The port of the Service. */
  public readonly port: number;
  /** What is spoken at the port. */
  public readonly protocol: AppProtocol;
  /** Name of the account that its pods run as. */
  public readonly serviceAccount: string;
  /** Name of the Service. */
  public readonly serviceName: string;

  private constructor({ clusterDomain = 'cluster.local', namespace, port, protocol = AppProtocol.HTTP, serviceName, serviceAccount = serviceName }: ServiceContractProps) {
    const place = `ServiceContract.of("${serviceName}")`;
    this.serviceName = requireLabel(serviceName, place);
    this.serviceNamespace = requireDnsLabel(namespace, `${place}: namespace`);
    this.serviceAccount = requireDnsName(serviceAccount, `${place}: serviceAccount`);
    requirePort(port, `${place}: port`);
    this.port = port;
    this.protocol = protocol;
    this.host = `${serviceName}.${namespace}.svc.${requireDnsName(clusterDomain, `${place}: clusterDomain`)}`;
  }
}
