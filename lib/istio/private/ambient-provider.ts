import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { OutboundAccess } from '../../mesh/outbound-access';
import type { CertificateIntent, GatewayIntent } from '../../mesh/private/gateways/gateway-intent';
import { serviceOf } from '../../mesh/private/hosts/service-host';
import type { HostPolicyIntent, HostRulesIntent } from '../../mesh/private/intent';
import type { FrontProvider, MeshProvider } from '../../mesh/private/mesh-provider';
import { notExpressible } from '../../mesh/private/not-expressible';
import type { InstallFile, InstallIntent, InstallValues } from '../../mesh/private/platform/install-intent';
import type { Marks } from '../../mesh/private/platform/membership';
import type { NamespaceIntent } from '../../mesh/private/platform/namespace-intent';
import type { PodIntent } from '../../mesh/private/pods/pod-intent';
import type { RunbookEntry } from '../../mesh/private/runbook/runbook-entries';
import type { TelemetryProvider } from '../../mesh/private/telemetry/telemetry-intent';
import { AmbientAccess } from './ambient-access';
import type { IstioInstallation } from './istio-installation';
import type { IstioProvider } from './istio-provider';
import { ISTIO_MEMBERSHIP, OTHER_MEMBERSHIPS } from './memberships';
import { PORTS_OF_NODES, requireOwnPorts } from './own-use';
import { WaypointMesh, WaypointRules } from './waypoint-rules';

const WAYPOINT = 'Let a waypoint do it, with an HTTPRoute of the generated constructs, or run sidecars: leave out DataPlaneMode.AMBIENT.';
const EXPOSE = 'Let the team expose its services at the gateway itself, or run sidecars: leave out DataPlaneMode.AMBIENT.';
const WAYPOINT_SEES = 'Such pods have no proxy of their own, and the node proxies see no requests. Set it on the namespace, with a waypoint in it, or run sidecars: leave out DataPlaneMode.AMBIENT.';
const NO_PROXY = 'Such a pod has no proxy of its own. Leave it out, or run sidecars: leave out DataPlaneMode.AMBIENT.';

/**
 * Renders for Istio without sidecars. The proxies of the nodes read neither VirtualServices nor DestinationRules, so that what is said of requests
 * is left to the waypoint of the service, and refused where there is none; gateways are proxies as ever.
 */
export class AmbientProvider implements MeshProvider {
  public readonly access;
  public readonly attached;
  public readonly front: FrontProvider;
  public readonly guards = true;
  public readonly hostClaims;
  /** those of the nodes know every host */
  public readonly knowsCalls = false;
  public readonly passesPorts = false;
  public readonly installFiles: readonly InstallFile[];
  public readonly installerMaps;
  public readonly membership = ISTIO_MEMBERSHIP;
  public readonly otherMemberships = OTHER_MEMBERSHIPS;
  /** the proxies of the nodes see no requests */
  public readonly repeatsUnsaid = false;
  public readonly runbook;
  public readonly telemetry: TelemetryProvider;

  /** in words */
  private readonly mesh: string;
  private readonly waypoints: WaypointRules;

  constructor(private readonly gateways: IstioProvider, mesh: WaypointMesh & Pick<IstioInstallation, 'rootNamespace'>) {
    const { description, rootNamespace } = mesh;
    this.mesh = description;
    this.access = new AmbientAccess(gateways.access, description, rootNamespace);
    this.waypoints = new WaypointRules(mesh, this.access.checked);
    this.front = {
      serves: (place, host) => this.waypoints.serves(place, host),
      versionAccess: (place, name, serviceHost) => this.versionAccess(place, name, serviceHost),
    };
    this.attached = gateways.attached;
    this.hostClaims = gateways.hostClaims;
    this.installFiles = gateways.installFiles.map(({ name, content }) => ({
      name,
      content: (intent, place) => content(this.requireWithoutProxies(intent, place), place),
    }));
    this.installerMaps = gateways.installerMaps;
    this.runbook = { certificates: gateways.runbook.certificates, gateways: gateways.runbook.gateways };
    const { telemetry } = gateways;
    this.telemetry = {
      outputSink: telemetry.outputSink,
      knownSinks: (install, place) => telemetry.knownSinks(install, place),
      scopeOf: object => telemetry.scopeOf(object),
      outsideHostsOf: object => telemetry.outsideHostsOf(object),
      telemetry: (place, name, intent) => telemetry.telemetry(place, name, () => {
        const said = intent();
        if (said.pods.ports !== undefined) {
          throw this.refusal(place.node.path, 'what is seen of requests for a service', WAYPOINT_SEES);
        }
        return said;
      }),
    };
  }

  public namespace({ inMesh }: NamespaceIntent): Marks {
    return { annotations: {}, labels: { 'istio.io/dataplane-mode': inMesh ? 'ambient' : 'none' } };
  }

  /** Kubernetes alone waits for a pod that ends: no proxy ends before it, or keeps it from ending. */
  public pod(intent: PodIntent, place: string): Marks {
    const { capture, inMesh = true, resources, volumes } = intent;
    requireOwnPorts(intent, PORTS_OF_NODES, place);
    const [said] = Object.entries({ 'resources of a proxy': resources, 'capture by a proxy': capture, 'volumes of a proxy': volumes }).find(([, value]) => value !== undefined) ?? [];
    if (said !== undefined) {
      throw this.refusal(place, said, NO_PROXY);
    }
    return { annotations: {}, labels: { 'istio.io/dataplane-mode': inMesh ? 'ambient' : 'none' } };
  }

  public hostProxies({ node: { path } }: Construct): ApiObject {
    throw this.refusal(path, 'what proxies do with what comes in', NO_PROXY);
  }

  public certificate(place: Construct, intent: CertificateIntent): ApiObject {
    return this.gateways.certificate(place, intent);
  }

  public externalHost({ node: { path } }: Construct): ApiObject {
    throw this.refusal(path, 'what happens to requests for a host outside', WAYPOINT);
  }

  public remoteHost({ node: { path } }: Construct): ApiObject {
    throw this.refusal(path, 'a service of another cluster under a name of its own', 'Let the control planes of both clusters read both, so that a service of the same name is one host, or run sidecars: leave out DataPlaneMode.AMBIENT.');
  }

  public hostPolicy(place: Construct, name: string, intent: () => HostPolicyIntent): ApiObject {
    return this.gateways.hostPolicy(place, name, () => this.waypoints.kept(place, intent()));
  }

  public hostRules(place: Construct, name: string, intent: () => HostRulesIntent): ApiObject {
    return this.waypoints.rules(place, name, intent);
  }

  public gatewayRules(place: Construct, name: string, intent: () => HostRulesIntent): ApiObject {
    return this.gateways.gatewayRules(place, name, () => {
      const rules = intent();
      if (rules.gateways === undefined) {
        throw this.refusal(place.node.path, 'what a team does with requests that are left to it', EXPOSE);
      }
      return rules;
    });
  }

  public gateway(place: Construct, name: string, intent: GatewayIntent): ApiObject {
    return this.gateways.gateway(place, name, intent);
  }

  public egressGateway({ node: { path } }: Construct): ApiObject {
    throw this.refusal(path, 'a gateway by which requests leave', 'The node proxies do not route by host. Let a waypoint do it, with a ServiceEntry and an HTTPRoute of the generated constructs, or run sidecars: leave out DataPlaneMode.AMBIENT.');
  }

  public installCommands(): Readonly<Record<string, readonly string[]>> {
    return this.gateways.installCommands();
  }

  public installEntries(intent: () => InstallIntent): readonly RunbookEntry[] {
    return this.gateways.installEntries(intent);
  }

  public installValues(intent: InstallIntent, place: string): InstallValues {
    return this.gateways.installValues(this.requireWithoutProxies(intent, place), place);
  }

  /** A waypoint lets nobody call a Service of whom no policy of it says so. */
  private versionAccess(place: Construct, name: string, serviceHost: string): ApiObject {
    const { namespace } = serviceOf(serviceHost)!;
    return this.gateways.access.policy(place, { name, namespace }, () => ({ pods: { namespace, service: name }, action: 'allow', rules: [] }));
  }

  private requireWithoutProxies(intent: InstallIntent, place: string): InstallIntent {
    if (intent.proxyDefaults !== undefined) {
      throw this.refusal(place, 'what holds for proxies of pods', NO_PROXY);
    }
    if (intent.outbound === OutboundAccess.REGISTERED_ONLY) {
      throw this.refusal(place, 'which hosts outside pods can reach', 'The node proxies let all unknown traffic pass. Use a NetworkPolicy of Kubernetes, or run sidecars: leave out DataPlaneMode.AMBIENT.');
    }
    return intent;
  }

  private refusal(place: string, feature: string, nearest: string): Error {
    return notExpressible({ place, feature, mesh: this.mesh, nearest });
  }
}
