import { ApiObject, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { Certificate } from '../../../imports/cert-manager.io';
import { DestinationRule, Gateway, ServiceEntry, VirtualService } from '../../../imports/networking.istio.io';
import type { AttachedProvider } from '../../mesh/private/attached-intent';
import type { ExternalHostIntent } from '../../mesh/private/external-host-intent';
import type { CertificateIntent, GatewayIntent } from '../../mesh/private/gateway-intent';
import type { HostPolicyIntent, HostRulesIntent } from '../../mesh/private/intent';
import type { MeshProvider, PodMarks } from '../../mesh/private/mesh-provider';
import type { PodIntent } from '../../mesh/private/pod-intent';
import { IstioRelease } from '../istio-release';
import { certificateSpec } from '../render/certificate';
import { destinationRuleSpec } from '../render/destination-rule';
import { gatewaySpec } from '../render/gateway';
import { podMarks } from '../render/pod-marks';
import { runbookWords } from '../render/runbook-words';
import { serviceEntrySpec } from '../render/service-entry';
import { virtualServiceSpec } from '../render/virtual-service';
import { GatewayApiProvider } from './gateway-api-provider';
import { HOST_CLAIMS } from './host-claims';
import { newerFields } from './newer-fields';
import { patchedLast } from './patched-last';

/** Renders intent to the generated constructs of Istio, for one release of it. */
export class IstioProvider implements MeshProvider {
  public readonly attached: AttachedProvider;
  public readonly hostClaims = HOST_CLAIMS;
  public readonly runbook;

  constructor(private readonly release: IstioRelease) {
    this.attached = new GatewayApiProvider(release);
    this.runbook = runbookWords(release);
  }

  public pod(intent: PodIntent): PodMarks {
    return podMarks(intent);
  }

  public externalHost(place: Construct, name: string, intent: ExternalHostIntent): ApiObject {
    return patchedLast(new ServiceEntry(place, 'Default', { metadata: { name }, spec: this.lazily(place, ServiceEntry.GVK.kind, () => serviceEntrySpec(intent)) }));
  }

  public hostPolicy(place: Construct, name: string, intent: () => HostPolicyIntent): ApiObject {
    return patchedLast(new DestinationRule(place, 'Default', { metadata: { name }, spec: this.lazily(place, DestinationRule.GVK.kind, () => destinationRuleSpec(intent())) }));
  }

  public hostRules(place: Construct, name: string, intent: () => HostRulesIntent): ApiObject {
    return patchedLast(new VirtualService(place, 'Default', { metadata: { name }, spec: this.lazily(place, VirtualService.GVK.kind, () => virtualServiceSpec(intent())) }));
  }

  public gateway(place: Construct, name: string, intent: GatewayIntent): ApiObject {
    return patchedLast(new Gateway(place, 'Default', { metadata: { name }, spec: this.lazily(place, Gateway.GVK.kind, () => gatewaySpec(intent)) }));
  }

  public certificate(place: Construct, intent: CertificateIntent): ApiObject {
    const { namespace, secret: name } = intent;
    return patchedLast(new Certificate(place, 'Default', { metadata: { name, namespace }, spec: certificateSpec(intent) }));
  }

  /** A spec that is computed when the object is rendered. */
  private lazily<T>(place: Construct, kind: string, produce: () => T): T {
    return Lazy.any({
      produce: () => {
        const spec = produce();
        this.requireKnown(place, kind, spec);
        return spec;
      },
    }) as T;
  }

  private requireKnown(place: Construct, kind: string, spec: unknown): void {
    const [newer] = newerFields(kind, spec, this.release);
    if (newer !== undefined) {
      const { path, since } = newer;
      throw new Error(`${place.node.path}: ${path} of ${kind} came with Istio ${since}, and the mesh is Istio ${this.release}. Leave it out, or say Istio.mesh({ release: IstioRelease.V${since.replace('.', '_')} }).`);
    }
  }
}
