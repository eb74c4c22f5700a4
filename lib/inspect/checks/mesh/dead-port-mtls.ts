import type { Field } from '../../mesh/field';
import type { ObjectSet } from '../../mesh/object-set';
import { servicesSelecting } from '../../mesh/services';
import { containerPorts, podsOf, targetPort } from '../../mesh/workload-containers';
import { Workload, WORKLOAD_KINDS, workloadsSelected } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const deadPortMtls = meshRule('MESH041', 'warning', ['dead-port-mtls', 'Mutual TLS is set for a port that the selected pods do not have.']);

/** Ports of `portLevelMtls` at which no pod listens. */
export const deadPortMtlsCheck = defineCheck({
  rules: [deadPortMtls],
  kinds: ['security.istio.io/PeerAuthentication'],
  reads: ['Service', ...WORKLOAD_KINDS],
  * judge({ spec, namespace }, { set }) {
    const selector = spec.at('selector', 'matchLabels');
    const workloads = selector.isFilled ? workloadsSelected(set, namespace, selector.textMap) : [];
    const ports = new Set(workloads.flatMap(workload => portsOf(set, workload)));
    if (workloads.length === 0 || workloads.some(workload => containerPorts(podsOf(workload)).length === 0)) {
      return;
    }
    for (const [port, { path }] of spec.at('portLevelMtls').entries().filter(([key]) => !ports.has(Number(key)))) {
      const behind = targetOf(set, workloads[0], Number(port));
      yield {
        rule: deadPortMtls,
        path,
        message: behind === undefined
          ? `no selected pod has a port ${port}; they have ${[...ports].join(', ')}`
          : `${port} is a port of the Service, and the port of the pods behind it is ${behind}`,
        repair: behind === undefined ? 'name a port of the pods, declare the port, or remove the entry' : `write ${behind}`,
      };
    }
  },
});

function servicePorts(set: ObjectSet, { namespace, labels }: Workload): Field[] {
  return servicesSelecting(set, namespace, labels).filter(({ spec }) => spec.at('selector').isFilled).flatMap(({ spec }) => spec.at('ports').items());
}

function portsOf(set: ObjectSet, workload: Workload): number[] {
  const targets = servicePorts(set, workload).map(port => targetPort(port, podsOf(workload)));
  return [...containerPorts(podsOf(workload)), ...targets.filter(port => port !== undefined)];
}

function targetOf(set: ObjectSet, workload: Workload, port: number): number | undefined {
  const found = servicePorts(set, workload).find(one => one.at('port').number === port);
  return found && targetPort(found, podsOf(workload));
}
