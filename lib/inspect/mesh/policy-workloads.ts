import type { Field } from './field';
import type { ObjectSet } from './object-set';
import { perKey } from './per-key';
import type { Resource } from './resource';
import { selectorText } from './selectors';
import { servicesSelecting } from './services';
import { containerPorts, podsOf, targetPort } from './workload-containers';
import { Workload, workloadsIn, workloadsSelected } from './workloads';

/** The operations that the rules of an AuthorizationPolicy name. */
export function operationsOf(rules: readonly Field[]): Field[] {
  return rules.flatMap(rule => rule.at('to').items()).map(to => to.at('operation'));
}

/** The workloads of its namespace that a policy selects; none where it names its targets. */
export function workloadsOfPolicy(set: ObjectSet, { spec, namespace }: Resource): readonly Workload[] {
  if (spec.at('targetRef').isSet || spec.at('targetRefs').isFilled) {
    return [];
  }
  const selector = spec.at('selector', 'matchLabels');
  return selector.isFilled ? workloadsSelected(set, namespace, selector.textMap) : workloadsIn(set, namespace);
}

/** A port of a Service, and the port of the pods behind it. */
export interface ServedPort {
  readonly port: Field;
  readonly target: number | undefined;
}

/** The ports at which Services offer a workload. */
export function servedPorts(set: ObjectSet, workload: Workload): ServedPort[] {
  return servicePorts(set, workload).map(port => ({ port, target: targetPort(port, podsOf(workload)) }));
}

/** The ports of the Services that select a workload; of those that are written alike the first. */
export function servicePorts(set: ObjectSet, { namespace, labels }: Workload): readonly Field[] {
  return portsByLabels(set, `${namespace} ${selectorText(labels)}`, () => {
    const services = servicesSelecting(set, namespace, labels).filter(({ spec }) => spec.at('selector').isFilled);
    return distinct(services.flatMap(({ spec }) => spec.at('ports').items()), portKey);
  });
}

const portsByLabels = perKey<readonly Field[]>();

/** The ports at which Services offer what a policy selects, and those that its containers declare. */
export interface PolicyPorts {
  readonly served: readonly ServedPort[];
  readonly own: ReadonlySet<number | undefined>;
}

/** The ports of all workloads that a policy selects; policies that select alike share the answer. */
export function portsOfPolicy(set: ObjectSet, policy: Resource): PolicyPorts {
  const { spec, namespace } = policy;
  const target = [spec.at('targetRef').isSet, spec.at('targetRefs').isFilled].includes(true);
  return portsBySelector(set, `${namespace} ${target} ${selectorText(spec.at('selector', 'matchLabels').textMap)}`, () => {
    const workloads = workloadsOfPolicy(set, policy);
    const all = workloads.flatMap(workload => servedPorts(set, workload));
    const served = distinct(all, one => `${one.target} ${portKey(one.port)}`);
    const declared = workloads.flatMap(workload => containerPorts(podsOf(workload)));
    return { served, own: new Set([...declared, ...served.map(({ target: number }) => number)]) };
  });
}

const portsBySelector = perKey<PolicyPorts>();

/** All that is read of a port of a Service. */
export function portKey(port: Field): string {
  const read = ['name', 'port', 'targetPort', 'protocol', 'appProtocol'].map(key => port.at(key));
  return JSON.stringify(read.map(({ text, number }) => text ?? number));
}

function distinct<T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] {
  if (all.length < 2) {
    return all;
  }
  const known = new Map<string, T>();
  for (const one of all) {
    const key = keyOf(one);
    known.set(key, known.get(key) ?? one);
  }
  return [...known.values()];
}
