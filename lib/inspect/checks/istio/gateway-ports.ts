import type { Field } from '../../mesh/field';
import { ISTIO_GATEWAY } from '../../mesh/gateway-references';
import { installedGateway } from '../../mesh/installed-gateway';
import type { ObjectSet } from '../../mesh/object-set';
import { podsSelected, RunningPod } from '../../mesh/pods';
import { NO_NUMBER, portNumber } from '../../mesh/port-number';
import type { Resource } from '../../mesh/resource';
import { selectorText } from '../../mesh/selectors';
import { servicesSelecting } from '../../mesh/services';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { istioRule } from './istio-rules';

const gatewayPort = istioRule('IST0162', 'warning', ['gateway-port', 'A Gateway listens on a port that no Service of its pods exposes.']);

/** Ports on which a Gateway listens, and which nobody outside of its pods reaches. */
export const gatewayPortsCheck = defineCheck({
  rules: [gatewayPort],
  analyzer: 'gateway.IngressGatewayPortAnalyzer',
  kinds: [ISTIO_GATEWAY],
  reads: ['Service', ...WORKLOAD_KINDS],
  * judge({ spec }, { set }) {
    const selector = spec.at('selector').textMap;
    const pods = podsSelected(set, selector);
    if (pods.length === 0 || spec.at('selector').entries().some(([, label]) => label.isSet && label.text === undefined)) {
      return;
    }
    const ports = pods.map(pod => portsOf(set, pod));
    const known = new Set(ports.flatMap(one => one ?? []));
    for (const place of spec.at('servers').items().map(server => server.at('port', 'number'))) {
      const number = portNumber(place);
      // That there is none is said by the schema.
      if (number === undefined || known.has(number) || known.has(NO_NUMBER)) {
        continue;
      }
      yield !set.settings.complete && ports.every(one => one === undefined)
        ? { undecided: gatewayPort, unknown: `the Service of ${pods[0].fullName}` }
        : {
            rule: gatewayPort,
            path: place.path,
            message: `no Service of the pods with the labels ${selectorText(selector)} exposes port ${number}`,
            repair: 'add the port to the Service of the gateway, or listen on one that it exposes',
          };
    }
  },
});

/** The ports that Services open on a pod; undefined when no Service selects it. */
function portsOf(set: ObjectSet, { namespace, labels, resource }: RunningPod): readonly number[] | undefined {
  const services = servicesSelecting(set, namespace, labels);
  const gateway = resource === undefined ? installedGateway(set) : undefined;
  const installed = gateway === undefined ? [] : [...gateway.ports, ...gateway.podPorts];
  return services.length === 0 && gateway === undefined ? undefined : [...services.flatMap(portsOfService), ...installed];
}

/** The ports of a Service as its pods know them, and the same as callers know them. */
function portsOfService({ spec }: Resource): number[] {
  return spec.at('ports').items().filter(port => port.at('protocol').text === 'TCP' || !port.at('protocol').isSet).flatMap(port => {
    const target = numberOf(port.at('targetPort'));
    const number = portNumber(port.at('port')) ?? NO_NUMBER;
    return target === undefined ? [number] : [target, number];
  });
}

function numberOf({ value }: Field): number | undefined {
  return (typeof value === 'number' || typeof value === 'string') && /^[1-9]\d*$/.test(String(value)) ? Number(value) : undefined;
}
