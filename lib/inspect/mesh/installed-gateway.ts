import { Field } from './field';
import { meshConfig } from './mesh-config';
import { ObjectSet, perSet } from './object-set';
import type { Labels } from './selectors';

/** The ingress gateway that an installation of Istio brings, which istioctl takes for granted. */
export interface InstalledGateway {
  readonly namespace: string;
  /** The name of its Service. */
  readonly service: string;
  /** The labels of its pods. */
  readonly labels: Labels;
  /** What its pods are made of. */
  readonly spec: Field;
  /** The numbers of its ports as callers know them, which are also those that istioctl takes the pods to have. */
  readonly ports: readonly number[];
  /** The ports of the pods that its Service opens by another number, where istioctl or its chart has installed it: those of 80 and 443. */
  readonly podPorts: readonly number[];
}

/** The namespace in which Istio is installed. */
export const ISTIO_NAMESPACE = 'istio-system';

/** The gateway of the installation; none where the mesh config turns the ingress controller off. */
export const installedGateway = perSet((set): InstalledGateway | undefined => {
  const config = meshConfig(set);
  const service = config.at('ingressService').text ?? 'istio-ingressgateway';
  return config.at('ingressControllerMode').text === 'OFF' ? undefined : {
    namespace: namespaceSaid(set, service) ?? ISTIO_NAMESPACE,
    service,
    labels: { istio: 'ingressgateway' },
    spec: Field.root({ containers: [{ name: 'istio-proxy' }] }),
    ports: [80, 443, 31_400, 15_443],
    podPorts: [8080, 8443],
  };
});

/** The namespace of its pods, where an IstioOperator says it, or whoever vouches for its Deployment. */
function namespaceSaid(set: ObjectSet, service: string): string | undefined {
  const gateways = set.of('install.istio.io/IstioOperator').flatMap(({ spec }) => spec.at('components', 'ingressGateways').items());
  const assumed = set.assumed.find(({ kind, name }) => kind === 'Deployment' && name === service);
  return gateways.find(gateway => gateway.at('name').text === service)?.at('namespace').text ?? assumed?.namespace;
}
