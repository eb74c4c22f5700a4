import { listed } from '../../listed';
import type { ObjectSet } from '../../mesh/object-set';
import { perKey } from '../../mesh/per-key';
import { servicePorts } from '../../mesh/policy-workloads';
import { portNumber } from '../../mesh/port-number';
import { Labels, selectorText } from '../../mesh/selectors';
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
    const entries = selector.isFilled ? spec.at('portLevelMtls').entries() : [];
    const selected = entries.length === 0 ? undefined : selectedPorts(set, namespace, selector.textMap);
    if (selected === undefined) {
      return;
    }
    const { first, ports } = selected;
    for (const [port, { path }] of entries.filter(([key]) => !ports.has(Number(key)))) {
      const behind = targetOf(set, first, Number(port));
      yield {
        rule: deadPortMtls,
        path,
        message: behind === undefined
          ? `no selected pod has a port ${port}; they have ${listed([...ports], 10)}`
          : `${port} is the Service port, but the pods listen on ${behind}`,
        repair: behind === undefined ? 'name a port of the pods, declare the port, or remove the entry' : `write ${behind}`,
      };
    }
  },
});

interface SelectedPorts {
  readonly first: Workload;
  readonly ports: ReadonlySet<number>;
}

/** The ports of all workloads that are selected; undefined where there is none, or one says nothing of its ports. */
function selectedPorts(set: ObjectSet, namespace: string, selector: Labels): SelectedPorts | undefined {
  return bySelector(set, `${namespace} ${selectorText(selector)}`, () => {
    const workloads = workloadsSelected(set, namespace, selector);
    const isKnown = workloads.length > 0 && workloads.every(workload => containerPorts(podsOf(workload)).length > 0);
    return isKnown ? { first: workloads[0], ports: new Set(workloads.flatMap(workload => portsOf(set, workload))) } : undefined;
  });
}

const bySelector = perKey<SelectedPorts | undefined>();

function portsOf(set: ObjectSet, workload: Workload): number[] {
  const targets = servicePorts(set, workload).map(port => targetPort(port, podsOf(workload)));
  return [...containerPorts(podsOf(workload)), ...targets.filter(port => port !== undefined)];
}

function targetOf(set: ObjectSet, workload: Workload, port: number): number | undefined {
  const found = servicePorts(set, workload).find(one => portNumber(one.at('port')) === port);
  return found && targetPort(found, podsOf(workload));
}
