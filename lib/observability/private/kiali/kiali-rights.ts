import type { k8s } from 'cdk8s-plus-28';
import type { KialiAuthIntent } from './kiali-intent';

/** What Kiali may see. It changes nothing, and reads no Secret. */
export function kialiRights({ strategy }: KialiAuthIntent, proxyStatus: boolean): k8s.PolicyRule[] {
  return [
    see([''], ['configmaps', 'endpoints', 'namespaces', 'pods', 'replicationcontrollers', 'services']),
    see(['discovery.k8s.io'], ['endpointslices']),
    // Logs are shown to those whose own rights Kiali can ask about.
    ...(strategy === 'anonymous' ? [] : [see([''], ['pods/log'])]),
    see(['apps'], ['daemonsets', 'deployments', 'replicasets', 'statefulsets']),
    see(['batch'], ['cronjobs', 'jobs']),
    see(ISTIO, ['*']),
    see(['admissionregistration.k8s.io'], ['mutatingwebhookconfigurations']),
    // Kiali asks the API server whose a token is.
    ...(strategy === 'anonymous' ? [] : [{ apiGroups: ['authentication.k8s.io'], resources: ['tokenreviews'], verbs: ['create'] }]),
    ...(proxyStatus ? [{ apiGroups: [''], resources: ['pods/portforward'], verbs: ['create'] }] : []),
  ];
}

const ISTIO = [
  'extensions.istio.io', 'gateway.networking.k8s.io', 'inference.networking.k8s.io', 'networking.istio.io', 'security.istio.io', 'telemetry.istio.io',
];

function see(apiGroups: string[], resources: string[]): k8s.PolicyRule {
  return { apiGroups, resources, verbs: ['get', 'list', 'watch'] };
}
