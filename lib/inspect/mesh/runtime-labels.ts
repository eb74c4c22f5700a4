import type { Labels } from './selectors';

/** Labels that pods get where they run, so that nobody writes them. */
const AT_RUN_TIME = new Set([
  'topology.istio.io/cluster',
  'topology.istio.io/network',
  'topology.istio.io/subzone',
  'topology.kubernetes.io/region',
  'topology.kubernetes.io/zone',
  'kubernetes.io/hostname',
]);

/** The labels of a selector that templates of pods can have. */
export function writtenLabels(selector: Labels): Labels {
  return Object.keys(selector).some(label => AT_RUN_TIME.has(label))
    ? Object.fromEntries(Object.entries(selector).filter(([label]) => !AT_RUN_TIME.has(label)))
    : selector;
}

/** Whether pods may get a label from a controller, the injection or their node, so that no template shows it. */
export function isGiven(label: string): boolean {
  return GIVEN.test(label);
}

const GIVEN = /^(?:[\w-]+\.)*istio\.io\/|^(?:(?:topology|statefulset|apps|batch)\.)?kubernetes\.io\/|-hash$/;
