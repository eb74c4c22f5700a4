import type { Membership } from '../../mesh/private/platform/membership';

/** How Linkerd is told who takes part. */
export const LINKERD_MEMBERSHIP: Membership = { product: 'Linkerd', marks: { 'linkerd.io/inject': 'disabled' } };

/** Providers know nothing of each other, and yet each has to know how pods get a proxy of another mesh; tests hold them together. */
export const OTHER_MEMBERSHIPS: readonly Membership[] = [{
  product: 'Istio',
  marks: { 'istio-injection': 'disabled', 'istio.io/dataplane-mode': 'none', 'istio.io/rev': '', 'sidecar.istio.io/inject': 'false' },
}];
