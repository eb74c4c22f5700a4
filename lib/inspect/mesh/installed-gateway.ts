import { Field } from './field';
import { meshConfig } from './mesh-config';
import { perSet } from './object-set';
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
  /** The numbers of its ports, the same on the Service and on the pods. */
  readonly ports: readonly number[];
}

/** The namespace in which Istio is installed. */
export const ISTIO_NAMESPACE = 'istio-system';

/** The gateway of the installation; none where the mesh config turns the ingress controller off. */
export const installedGateway = perSet((set): InstalledGateway | undefined => {
  const config = meshConfig(set);
  return config.at('ingressControllerMode').text === 'OFF' ? undefined : {
    namespace: ISTIO_NAMESPACE,
    service: config.at('ingressService').text ?? 'istio-ingressgateway',
    labels: { istio: 'ingressgateway' },
    spec: Field.root({ containers: [{ name: 'istio-proxy' }] }),
    ports: [80, 443, 31_400, 15_443],
  };
});
