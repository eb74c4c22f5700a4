import { destinationRule, gateway, serviceEntry, sidecar } from './webhook/other-kinds';
import type { Check, Fields } from './webhook/primitives';
import { virtualService } from './webhook/virtual-service';

const KINDS: Readonly<Record<string, Check>> = {
  DestinationRule: destinationRule, Gateway: gateway, ServiceEntry: serviceEntry, Sidecar: sidecar, VirtualService: virtualService,
};

/** What the webhook of istiod would refuse of an object that the API server takes. Of what constructs cannot render, not all is known here. */
export function webhookRefusals(object: unknown): string[] {
  const { apiVersion, kind, spec = {} } = object as { apiVersion?: string; kind: string; spec?: Fields };
  return apiVersion?.startsWith('networking.istio.io/') && Object.hasOwn(KINDS, kind) ? KINDS[kind](spec, 'spec') : [];
}
