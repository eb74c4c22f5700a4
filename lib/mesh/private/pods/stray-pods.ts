import type { PodIndex } from './pod-index';
import { Labels, RunsPods, selects } from './rendered-pods';

/** A Service of ours, as it is rendered. */
export interface FindsPods {
  readonly name: string;
  readonly namespace?: string;
  readonly selector: Labels;
}

/** A service with its Services. */
export interface ServedPods {
  /** path of the construct */
  readonly path: string;
  readonly services: readonly FindsPods[];
  /** paths of what runs its pods */
  readonly workloads: ReadonlySet<string>;
}

/** The problems of pods to which a service would send requests, although they are not its own. Several Services may find the same. */
export function strayPods(served: readonly ServedPods[], index: PodIndex): string[] {
  return served.flatMap(({ path, services, workloads }) => {
    const finders = new Map<RunsPods, FindsPods>();
    for (const service of [...services].reverse()) {
      const { namespace, selector } = service;
      const found = index.near(namespace, selector).filter(pods => !workloads.has(pods.path) && selects({ matchLabels: selector }, pods.podLabels));
      found.forEach(pods => finders.set(pods, service));
    }
    return [...finders].map(([pods, { name, selector }]) => (
      `${pods.path}: its pods have the labels that the Service "${name}" of "${path}" selects (${labelText(selector)}), and would get its requests. Use other labels, or make them a version of it.`
    ));
  });
}

/** Labels as one reads them. */
export function labelText(labels: Labels): string {
  return Object.entries(labels).map(label => label.join(': ')).join(', ');
}
