import { deployment, kube, together } from './kube';
import type { Broken, Kept } from './rule-cases';

const ambient = (labels = ''): string => kube(`Namespace shop labels: {istio.io/dataplane-mode: ambient${labels === '' ? '' : `, ${labels}`}}`);
const withSidecars = kube('Namespace old labels: {istio-injection: enabled}');

/** What a rule about proxies says of objects in `shop` while the namespace is in ambient mode, and a proxy reads them all the same. */
export function sidecarCases(objects: string, findings: readonly string[]): Broken[] {
  return [
    ['something in ambient mode with a waypoint', together(ambient('istio.io/use-waypoint: waypoint'), objects), findings],
    ['something in ambient mode that sidecars of another namespace see', together(ambient(), withSidecars, objects), findings],
    ['something in ambient mode beside a pod with a sidecar', together(ambient(), deployment('old/app', { labels: 'sidecar.istio.io/inject: "true"' }), objects), findings],
  ];
}

/** The same objects where ztunnel alone carries what is sent. */
export function ambientCases(objects: string): Kept[] {
  return [
    ['something in ambient mode without a waypoint', together(ambient(), objects)],
    ['something whose namespace has a waypoint without a name', together(ambient('istio.io/use-waypoint: ""'), objects)],
    ['something beside a gateway alone', together(ambient(), deployment('old/edge', { labels: 'sidecar.istio.io/inject: "true", istio: ingressgateway' }), objects)],
  ];
}
