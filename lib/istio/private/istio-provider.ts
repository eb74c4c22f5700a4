import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { Certificate } from '../../../imports/cert-manager.io';
import { DestinationRule, Gateway, ServiceEntry, Sidecar, VirtualService } from '../../../imports/networking.istio.io';
import type { AccessProvider } from '../../mesh/private/access/access-provider';
import type { AttachedProvider } from '../../mesh/private/gateways/attached-intent';
import type { CertificateIntent, GatewayIntent } from '../../mesh/private/gateways/gateway-intent';
import type { ExternalHostIntent } from '../../mesh/private/hosts/external-host-intent';
import type { RemoteHostIntent } from '../../mesh/private/hosts/remote-host-intent';
import type { HostPolicyIntent, HostRulesIntent } from '../../mesh/private/intent';
import { lateAnnotation } from '../../mesh/private/late-annotation';
import type { MeshProvider } from '../../mesh/private/mesh-provider';
import type { InstallIntent, InstallValues } from '../../mesh/private/platform/install-intent';
import type { Marks } from '../../mesh/private/platform/membership';
import type { NamespaceIntent } from '../../mesh/private/platform/namespace-intent';
import type { PodIntent } from '../../mesh/private/pods/pod-intent';
import type { ProxiesIntent } from '../../mesh/private/pods/proxies-intent';
import type { RunbookEntry } from '../../mesh/private/runbook/runbook-entries';
import type { TelemetryProvider } from '../../mesh/private/telemetry/telemetry-intent';
import { IstioChart } from '../istio-chart';
import { certificateSpec } from '../render/certificate';
import { chartValues } from '../render/chart-values';
import { destinationRuleSpec } from '../render/destination-rule';
import { gatewaySpec } from '../render/gateway';
import { installCommands, installEntries } from '../render/install-entries';
import { IDEMPOTENT, idempotentMark } from '../render/marks-for-checks';
import { namespaceMarks } from '../render/namespace-marks';
import { podMarks } from '../render/pod-marks';
import { remoteEntrySpec } from '../render/remote-entry';
import { runbookWords } from '../render/runbook-words';
import { serviceEntrySpec } from '../render/service-entry';
import { sidecarSpec } from '../render/sidecar';
import { virtualServiceSpec } from '../render/virtual-service';
import { GatewayApiProvider } from './gateway-api-provider';
import { HOST_CLAIMS } from './host-claims';
import { installFiles } from './install/install-files';
import { installerMaps } from './installer-maps';
import { IstioAccess } from './istio-access';
import type { IstioInstallation } from './istio-installation';
import { IstioTelemetry } from './istio-telemetry';
import { knownSpec } from './known-spec';
import { ISTIO_MEMBERSHIP, OTHER_MEMBERSHIPS } from './memberships';
import { PORTS_OF_SIDECARS, requireOwnPorts, requireOwnUser } from './own-use';
import { requireOwnVolumes } from './own-volumes';
import { patchedLast } from './patched-last';
import { requirePassingPods } from './require-passing-pods';

/** Renders intent to the generated constructs of Istio, for one release of it. */
export class IstioProvider implements MeshProvider {
  public readonly access: AccessProvider;
  public readonly attached: AttachedProvider;
  public readonly guards = true;
  public readonly hostClaims = HOST_CLAIMS;
  public readonly knowsCalls = true;
  public readonly passesPorts = true;
  public readonly installFiles;
  public readonly installerMaps;
  public readonly membership = ISTIO_MEMBERSHIP;
  public readonly otherMemberships = OTHER_MEMBERSHIPS;
  public readonly repeatsUnsaid = true;
  public readonly runbook;
  public readonly telemetry: TelemetryProvider;

  constructor(private readonly installation: IstioInstallation) {
    const { release } = installation;
    this.access = new IstioAccess(installation);
    this.attached = new GatewayApiProvider(installation);
    this.installFiles = installFiles(installation);
    this.installerMaps = installerMaps(installation.rootNamespace);
    this.runbook = runbookWords(release);
    this.telemetry = new IstioTelemetry(installation);
  }

  public namespace(intent: NamespaceIntent, place: string): Marks {
    requirePassingPods(intent, this.installation, place);
    return namespaceMarks(intent, this.installation.revision);
  }

  public pod(intent: PodIntent, place: string): Marks {
    requireOwnPorts(intent, PORTS_OF_SIDECARS, place);
    requireOwnUser(intent, place);
    requireOwnVolumes(intent, place);
    return podMarks(intent, this.installation.revision);
  }

  public installEntries(intent: () => InstallIntent): readonly RunbookEntry[] {
    return installEntries(this.installation, intent);
  }

  public installCommands(): Readonly<Record<string, readonly string[]>> {
    return { Istio: installCommands(this.installation) };
  }

  public installValues(intent: InstallIntent, place: string): InstallValues {
    return chartValues(IstioChart.ISTIOD, intent, this.installation, place);
  }

  public externalHost(place: Construct, name: string, intent: ExternalHostIntent): ApiObject {
    return patchedLast(new ServiceEntry(place, 'Default', { metadata: { name }, spec: this.lazily(place, ServiceEntry.GVK.kind, () => serviceEntrySpec(intent)) }));
  }

  public remoteHost(place: Construct, name: string, intent: RemoteHostIntent): ApiObject {
    return patchedLast(new ServiceEntry(place, 'Default', { metadata: { name }, spec: this.lazily(place, ServiceEntry.GVK.kind, () => remoteEntrySpec(intent)) }));
  }

  public hostPolicy(place: Construct, name: string, intent: () => HostPolicyIntent): ApiObject {
    return patchedLast(new DestinationRule(place, 'Default', { metadata: { name }, spec: this.lazily(place, DestinationRule.GVK.kind, () => destinationRuleSpec(intent())) }));
  }

  public hostProxies(place: Construct, name: string, intent: () => ProxiesIntent): ApiObject {
    return patchedLast(new Sidecar(place, 'Default', { metadata: { name }, spec: this.lazily(place, Sidecar.GVK.kind, () => sidecarSpec(intent())) }));
  }

  public hostRules(place: Construct, name: string, intent: () => HostRulesIntent): ApiObject {
    const annotations = { [IDEMPOTENT]: lateAnnotation(() => idempotentMark(intent())) };
    return patchedLast(new VirtualService(place, 'Default', { metadata: { name, annotations }, spec: this.lazily(place, VirtualService.GVK.kind, () => virtualServiceSpec(intent())) }));
  }

  public gateway(place: Construct, name: string, intent: GatewayIntent): ApiObject {
    return patchedLast(new Gateway(place, 'Default', { metadata: { name }, spec: this.lazily(place, Gateway.GVK.kind, () => gatewaySpec(intent)) }));
  }

  public gatewayRules(place: Construct, name: string, intent: () => HostRulesIntent): ApiObject {
    return this.hostRules(place, name, intent);
  }

  public egressGateway(place: Construct, name: string, intent: () => GatewayIntent): ApiObject {
    return patchedLast(new Gateway(place, 'Default', { metadata: { name }, spec: this.lazily(place, Gateway.GVK.kind, () => gatewaySpec(intent())) }));
  }

  public certificate(place: Construct, intent: CertificateIntent): ApiObject {
    const { namespace, secret: name } = intent;
    return patchedLast(new Certificate(place, 'Default', { metadata: { name, namespace }, spec: certificateSpec(intent) }));
  }

  /** A spec that is computed when the object is rendered. */
  private lazily<T>(place: Construct, kind: string, produce: () => T): T {
    return knownSpec({ place, kind, release: this.installation.release }, produce);
  }
}
