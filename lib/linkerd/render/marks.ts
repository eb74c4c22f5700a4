import type { Marks } from '../../mesh/private/platform/membership';

/** What Linkerd's injector reads, on a pod as on a namespace. It knows annotations only. */
export function marks(takesPart: boolean): Marks {
  return { annotations: { 'linkerd.io/inject': takesPart ? 'enabled' : 'disabled' }, labels: {} };
}
