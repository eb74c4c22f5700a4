import { groupBy } from '../../group-by';
import { listed } from '../../listed';
import type { Field } from '../../mesh/field';
import { hasSidecar } from '../../mesh/mesh-membership';
import type { ObjectSet } from '../../mesh/object-set';
import { portNumber } from '../../mesh/port-number';
import type { Resource } from '../../mesh/resource';
import { servicesSelecting } from '../../mesh/services';
import { podsOf } from '../../mesh/workload-containers';
import { Workload, workloadOf } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { istioRule } from './istio-rules';

const rules = {
  protocols: istioRule('IST0116', 'warning', ['deployment-protocols', 'Services of one Deployment use one port number with different transports.']),
  ports: istioRule('IST0137', 'warning', ['deployment-ports', 'Different Service ports forward to the same port of a Deployment.']),
};

/** The Services of a Deployment, whose ports its proxies have to tell apart. */
export const deploymentServicesCheck = defineCheck({
  rules: Object.values(rules),
  analyzer: 'deployment.MultiServiceAnalyzer',
  kinds: ['apps/Deployment'],
  reads: ['Service', 'Namespace'],
  * judge(deployment, { set }) {
    const workload = workloadOf(deployment);
    const services = isInMesh(set, workload) ? servicesSelecting(set, workload.namespace, workload.labels).filter(isSelecting) : [];
    const ports = services.flatMap(portsOf);
    if (ports.length < 2) {
      return;
    }
    for (const [number, same] of groupBy(ports, port => port.number)) {
      if (count(same, ({ transport }) => transport) > 1) {
        yield {
          rule: rules.protocols,
          path: ['metadata', 'name'],
          message: `${servicesOf(same)} use port ${number} with ${[...new Set(same.map(({ transport }) => transport))].sort().join(' and ')}`,
          repair: 'give each transport its own port number',
        };
      }
    }
    for (const [target, same] of groupBy(ports, port => port.target)) {
      if (count(same, ({ number }) => number) > 1) {
        yield {
          rule: rules.ports,
          path: ['metadata', 'name'],
          message: `the ports ${listed([...new Set(same.map(({ number }) => number))].sort((a, b) => a - b), 10)} of ${servicesOf(same)} all forward to ${target} of the pods`,
          repair: 'forward only one Service port to each port of the pods',
        };
      }
    }
  },
});

/** Waypoints are the mesh, and not in it. */
function isInMesh(set: ObjectSet, workload: Workload): boolean {
  const isWaypoint = workload.resource.labels['gateway.istio.io/managed'] === 'istio.io-mesh-controller';
  return !isWaypoint && hasSidecar(set, podsOf(workload)) === true;
}

interface ServedPort {
  readonly service: string;
  readonly number: number;
  readonly transport: string;
  readonly target: string;
}

function isSelecting({ spec }: Resource): boolean {
  return spec.at('selector').isFilled;
}

function portsOf({ spec, fullName }: Resource): ServedPort[] {
  return spec.at('ports').items().flatMap(port => {
    const number = portNumber(port.at('port'));
    return number === undefined ? [] : [{ service: fullName, number, transport: port.at('protocol').text ?? 'TCP', target: targetOf(port.at('targetPort'), number) }];
  });
}

function targetOf({ value }: Field, number: number): string {
  return (typeof value === 'number' && value !== 0) || (typeof value === 'string' && value !== '') ? String(value) : String(number);
}

function servicesOf(ports: readonly ServedPort[]): string {
  return listed([...new Set(ports.map(({ service }) => service))].sort());
}

function count<T>(items: readonly T[], of: (item: T) => unknown): number {
  return new Set(items.map(of)).size;
}
