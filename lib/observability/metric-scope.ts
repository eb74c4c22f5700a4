import { DeployedService } from '../mesh/deployed-service';
import { MeshServiceBase } from '../mesh/mesh-service-base';
import { requireDnsLabel } from '../mesh/private/dns-label';
import { isGrpc, layerOf } from '../mesh/private/routing/layer';
import { DashboardVariable } from './dashboard-variable';
import { AskedService, ScopeIntent } from './private/queries/scope-intent';

/** Of what a query speaks. */
export class MetricScope {
  /** Of all that the mesh sees. */
  public static mesh(): MetricScope {
    return new MetricScope({ ...NAMED });
  }

  /** Of what the services of a namespace are asked for. @throws when it can be the name of none */
  public static inNamespace(namespace: string): MetricScope {
    return new MetricScope({ ...NAMED, namespace: requireDnsLabel(namespace, `MetricScope.inNamespace("${namespace}")`) });
  }

  /** Of what a service is asked for. */
  public static service(service: MeshServiceBase): MetricScope {
    return new MetricScope({ ...NAMED, namespace: service.serviceNamespace, service: service.serviceName, asked: askedService(service) });
  }

  /** Of what a service is asked for that is known by its name alone. @throws when it can be the name of none */
  public static serviceNamed(namespace: string, service: string): MetricScope {
    return new MetricScope({ ...NAMED, ...checked({ namespace, service }, `MetricScope.serviceNamed("${namespace}", "${service}")`) });
  }

  /** Of what one version of a service is asked for. @throws when the service has none of this name, or its pods do not carry it as `version` */
  public static version(service: MeshServiceBase, version: string): MetricScope {
    const { version: label } = service.version(version).labels;
    if (label === undefined) {
      throw new Error(`${service.node.path}, version "${version}": its pods have no label "version", which the mesh uses in metrics. Add it to the labels of the version.`);
    }
    return new MetricScope({ ...MetricScope.service(service).intent, version: label });
  }

  /** Of what a workload, such as a Deployment, is asked for. @throws when it can be the name of none */
  public static workload(namespace: string, workload: string): MetricScope {
    return new MetricScope({ ...NAMED, ...checked({ namespace, workload }, `MetricScope.workload("${namespace}", "${workload}")`) });
  }

  /** Of what a workload asks others for. @throws when it can be the name of none */
  public static callsOf(namespace: string, workload: string): MetricScope {
    return new MetricScope({ ...NAMED, isCaller: true, ...checked({ namespace, workload }, `MetricScope.callsOf("${namespace}", "${workload}")`) });
  }

  /** Of what the reader of a dashboard chose: `$namespace`, `$service`, `$workload`, over the interval that fits the picture. */
  public static chosen(variables: DashboardVariable[] = []): MetricScope {
    return new MetricScope({ isChosen: true, isCaller: false, ...chosen(variables) });
  }

  /** Of what the workload asks others for that the reader of a dashboard chose. */
  public static callsOfChosen(variables: DashboardVariable[]): MetricScope {
    return new MetricScope({ isChosen: true, isCaller: true, ...chosen(variables) });
  }

  private constructor(private readonly intent: ScopeIntent) {}

  /** @internal */
  public get _intent(): ScopeIntent {
    return this.intent;
  }
}

const NAMED = { isChosen: false, isCaller: false };

function checked(names: Readonly<Record<string, string>>, call: string): Readonly<Record<string, string>> {
  Object.values(names).forEach(name => requireDnsLabel(name, call));
  return names;
}

function chosen(variables: readonly DashboardVariable[]): Readonly<Record<string, string>> {
  return Object.fromEntries(variables.map(variable => [variable, `$${variable}`]));
}

function askedService(service: MeshServiceBase): AskedService {
  const protocols = service._protocols;
  return {
    place: service.node.path,
    hasProxies: !(service instanceof DeployedService) || service.inMesh,
    seesRequests: protocols.some(protocol => layerOf(protocol) === 'requests'),
    isGrpc: protocols.some(isGrpc),
  };
}
