import { hasSidecar, isAmbientPod } from '../mesh/mesh-membership';
import { ObjectSet, perSet } from '../mesh/object-set';
import { allPods, RunningPod } from '../mesh/pods';
import { obstacle, ReasonsByService, unknown } from './reason';

/** Workloads without proxy whose environment or arguments name a Service: they call it without a certificate. */
export const namedCallers = perSet((set): ReasonsByService => {
  const reasons = new ReasonsByService();
  for (const pod of allPods(set)) {
    const isMember = isAmbientPod(set, pod) || hasSidecar(set, pod);
    if (isMember === true) {
      continue;
    }
    for (const service of servicesNamedBy(set, pod)) {
      reasons.add(service, isMember === undefined
        ? unknown(`it is named by a workload of namespace ${pod.namespace}, of which the input does not show whether it is in the mesh`, pod.resource)
        : obstacle('it is named by a workload without proxy, which calls it without a certificate', pod.resource));
    }
  }
  return reasons;
});

function servicesNamedBy(set: ObjectSet, { spec, namespace }: RunningPod): Set<string> {
  const containers = [...spec.at('containers').items(), ...spec.at('initContainers').items()];
  const texts = containers.flatMap(container => [
    ...container.at('env').items().map(variable => textOf(variable.at('name').text ?? '', variable.at('value').text ?? '')),
    ...container.at('args').texts,
    ...container.at('command').texts,
  ]);
  const hosts = texts.flatMap(text => hostsIn(text));
  return new Set(hosts.map(host => fullName(host, namespace)).filter(name => set.find('Service', ...split(name)) !== undefined));
}

/** A bare word is a host where the name of its variable says so. */
function textOf(name: string, value: string): string {
  return /^[a-z0-9-]+$/.test(value) && /HOST|ADDR|SERVER|UPSTREAM|ENDPOINT|URL/i.test(name) ? `//${value}` : value;
}

/** `//cart`, `cart:8080`, `cart.shop`, `cart.shop.svc.cluster.local`. */
function hostsIn(text: string): string[] {
  return Array.from(text.matchAll(HOST), ([, scheme = '', host, port = '']) => ({ host, isHost: scheme !== '' || port !== '' || host.includes('.') }))
    .filter(({ isHost }) => isHost).map(({ host }) => host);
}

const HOST = /(\/\/|@)?(?<![\w.-])([a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*)(?![\w-])(:\d+)?/g;

function fullName(host: string, own: string): string {
  const [name, namespace = own, svc = 'svc'] = host.split('.');
  return svc === 'svc' ? `${namespace}/${name}` : '';
}

function split(fullNameOfService: string): [namespace: string, name: string] {
  const [namespace, name = ''] = fullNameOfService.split('/');
  return [namespace, name];
}
