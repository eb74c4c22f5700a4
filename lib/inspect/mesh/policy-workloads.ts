import type { Field } from './field';
import type { ObjectSet } from './object-set';
import type { Resource } from './resource';
import { servicesSelecting } from './services';
import { podsOf, targetPort } from './workload-containers';
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
  const services = servicesSelecting(set, workload.namespace, workload.labels).filter(({ spec }) => spec.at('selector').isFilled);
  return services.flatMap(({ spec }) => spec.at('ports').items()).map(port => ({ port, target: targetPort(port, podsOf(workload)) }));
}
