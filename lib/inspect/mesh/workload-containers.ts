import type { Field } from './field';
import { PROXY_CONTAINER } from './mesh-membership';
import type { RunningPod } from './pods';
import { Resource } from './resource';
import { Workload, workloadOf } from './workloads';

/** Containers that a mesh brings into pods. */
const PROXIES = new Set([PROXY_CONTAINER, 'linkerd-proxy']);

/** The pods of a workload, or the pod that it is, as what asks about pods takes them. */
export function podsOf({ resource }: Workload): RunningPod {
  return podsOfResource(resource);
}

const podsOfResource = Resource.oncePer((resource): RunningPod => {
  const { namespace, labels, annotations, pod } = workloadOf(resource);
  return { fullName: resource.fullName, namespace, labels, annotations, spec: pod.at('spec'), resource };
});

/** The containers of the application itself. */
export function applicationContainers({ spec }: { readonly spec: Field }): Field[] {
  return spec.at('containers').items().filter(container => !PROXIES.has(container.at('name').text ?? ''));
}

/** The numbers of the ports that the application's containers declare. */
export function containerPorts(pod: { readonly spec: Field }): number[] {
  return applicationContainers(pod).flatMap(container => container.at('ports').items())
    .map(port => port.at('containerPort').number).filter(number => number !== undefined);
}

/** The number of the port of pods behind a port of a Service; undefined for a name that no container has. */
export function targetPort(port: Field, pod: { readonly spec: Field }): number | undefined {
  const { text, number = port.at('port').number } = port.at('targetPort');
  if (text === undefined) {
    return number;
  }
  return namedPorts(pod).find(one => one.at('name').text === text)?.at('containerPort').number;
}

/** The ports with a name that a Service can lead to: those of all containers that run as long as the pods do. */
export function namedPorts({ spec }: { readonly spec: Field }): Field[] {
  const sidecars = spec.at('initContainers').items().filter(container => container.at('restartPolicy').text === 'Always');
  return [...spec.at('containers').items(), ...sidecars].flatMap(container => container.at('ports').items()).filter(port => port.at('name').isFilled);
}

/** The literal value of a variable that some container of the application has. */
export function variableValues(pod: { readonly spec: Field }, name: string): Field[] {
  return applicationContainers(pod).flatMap(container => container.at('env').items())
    .filter(variable => variable.at('name').text === name).map(variable => variable.at('value')).filter(({ text }) => text !== undefined);
}
