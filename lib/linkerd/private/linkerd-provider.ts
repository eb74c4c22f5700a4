import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { OutboundAccess } from '../../mesh/outbound-access';
import { PodSecurity } from '../../mesh/pod-security';
import type { AccessProvider } from '../../mesh/private/access/access-provider';
import type { AttachedProvider } from '../../mesh/private/gateways/attached-intent';
import type { HostClaims } from '../../mesh/private/hosts/host-claims';
import type { MeshProvider } from '../../mesh/private/mesh-provider';
import { notExpressible } from '../../mesh/private/not-expressible';
import type { InstallFile, InstallIntent, InstallValues } from '../../mesh/private/platform/install-intent';
import type { Marks } from '../../mesh/private/platform/membership';
import type { NamespaceIntent } from '../../mesh/private/platform/namespace-intent';
import type { PodIntent } from '../../mesh/private/pods/pod-intent';
import type { RunbookEntry } from '../../mesh/private/runbook/runbook-entries';
import type { KnownSinks, TelemetryProvider } from '../../mesh/private/telemetry/telemetry-intent';
import { marks } from '../render/marks';
import { INSTALLER_MAPS } from './installer-maps';
import { LINKERD_MEMBERSHIP, OTHER_MEMBERSHIPS } from './memberships';

const ANNOTATIONS = 'Set it in annotations of Linkerd, such as config.linkerd.io/proxy-cpu-request: version.deployment.podMetadata.addAnnotation.';
const WITH_CNI = [
  'linkerd install --crds | kubectl apply -f -', 'linkerd install-cni | kubectl apply -f -', 'linkerd install --linkerd-cni-enabled | kubectl apply -f -', 'linkerd check',
];
const NO_SINKS: KnownSinks = { traces: new Map(), logs: new Map() };
const TRACING = 'Set it in the values of the Helm chart linkerd-control-plane, such as proxy.tracing and proxy.accessLog, or use Istio.mesh().';
const ROUTES = 'Use an HTTPRoute of the generated constructs, or Istio.mesh().';

/** Renders for Linkerd what makes pods part of it, and refuses all else by name. */
export class LinkerdProvider implements MeshProvider {
  public readonly access: AccessProvider = {
    asksSeveral: false,
    knownAuthorizers: () => [],
    connectionSafety: refuseAccess,
    policy: refuseAccess,
    tokens: refuseAccess,
  };

  public readonly attached: AttachedProvider = { gateway: refuseGateway, grant: refuseGateway, rules: refuseGateway, upgrade: refuseGateway };
  public readonly guards = false;
  public readonly hostClaims: HostClaims = { concerns: () => false, claimsOf: () => [] };
  public readonly installFiles: readonly InstallFile[] = [
    { name: 'linkerd-control-plane-values.yaml', content: (intent, place) => this.installValues(intent, place) },
  ];

  public readonly installerMaps = INSTALLER_MAPS;
  public readonly membership = LINKERD_MEMBERSHIP;
  public readonly otherMemberships = OTHER_MEMBERSHIPS;
  public readonly knowsCalls = true;
  public readonly passesPorts = false;
  public readonly repeatsUnsaid = false;
  public readonly runbook = {};
  public readonly telemetry: TelemetryProvider = {
    outputSink: 'output',
    knownSinks: () => NO_SINKS,
    scopeOf: () => undefined,
    outsideHostsOf: () => [],
    telemetry: refuseTelemetry,
  };

  constructor(private readonly cni: boolean) {}

  public namespace({ inMesh, enforce }: NamespaceIntent, place: string): Marks {
    if (inMesh && !this.cni && enforce !== undefined && enforce !== PodSecurity.PRIVILEGED) {
      throw new Error(`${place}: pods get a container of Linkerd that sets up their network, with privileges that "${enforce}" forbids. Install linkerd-cni and use Linkerd.mesh({ cni: true }), or use warn instead of enforce.`);
    }
    return marks(inMesh);
  }

  public pod({ inMesh = true, capture, endsWithContainers, resources, shutdownTime, volumes }: PodIntent, place: string): Marks {
    const [said] = Object.entries({ capture, resources, shutdownTime, volumes }).find(([, value]) => value !== undefined) ?? [];
    if (inMesh && said !== undefined) {
      throw refusal(place, `${said} of proxies`, ANNOTATIONS);
    }
    if (endsWithContainers === true) {
      throw refusal(place, 'a job whose proxy ends with it', 'Keep it out of the mesh, inMesh: false, or use Istio.mesh().');
    }
    return marks(inMesh);
  }

  public hostProxies({ node: { path } }: Construct): ApiObject {
    throw refusal(path, 'what proxies do with what comes in', 'Let the containers listen at all addresses, or use Istio.mesh().');
  }

  public hostPolicy({ node: { path } }: Construct): ApiObject {
    throw refusal(path, 'a second version of a service, and how connections to it are made,', ROUTES);
  }

  public hostRules({ node: { path } }: Construct): ApiObject {
    throw refusal(path, 'what happens to requests', ROUTES);
  }

  public externalHost({ node: { path } }: Construct): ApiObject {
    throw refusal(path, 'a host outside of the mesh', 'Use an EgressNetwork of the generated constructs, or Istio.mesh().');
  }

  public remoteHost({ node: { path } }: Construct): ApiObject {
    throw refusal(path, 'a service of another cluster under a name of its own', 'Let the multicluster extension of Linkerd mirror its Service, and adopt that with MeshService.adopt; or use Istio.mesh().');
  }

  public gateway(place: Construct): ApiObject {
    return refuseGateway(place);
  }

  public gatewayRules(place: Construct): ApiObject {
    return this.hostRules(place);
  }

  public egressGateway({ node: { path } }: Construct): ApiObject {
    throw refusal(path, 'a gateway by which requests leave', 'Use an EgressNetwork of the generated constructs, or Istio.mesh().');
  }

  public certificate(place: Construct): ApiObject {
    return refuseGateway(place);
  }

  public installCommands(): Readonly<Record<string, readonly string[]>> {
    return this.cni ? { Linkerd: WITH_CNI } : {};
  }

  public installEntries(): readonly RunbookEntry[] {
    return [];
  }

  public installValues({ authorizers, outbound, proxyDefaults, sinks }: InstallIntent, place: string): InstallValues {
    if (authorizers !== undefined) {
      throw refusal(place, 'somebody who is asked about requests', 'Let the service ask itself, or use Istio.mesh().');
    }
    if (outbound === OutboundAccess.REGISTERED_ONLY) {
      throw refusal(place, 'which hosts outside pods can reach', 'Use an EgressNetwork of the generated constructs, or Istio.mesh().');
    }
    if (proxyDefaults !== undefined) {
      throw refusal(place, 'what holds for all proxies', 'Set it in the values of the Helm chart linkerd-control-plane, such as proxy.resources.');
    }
    if (sinks !== undefined) {
      throw refusal(place, 'where traces and logs go', TRACING);
    }
    return {};
  }
}

function refusal(place: string, feature: string, nearest: string): Error {
  return notExpressible({ place, feature, mesh: 'Linkerd', nearest });
}

function refuseAccess({ node: { path } }: Construct): never {
  throw refusal(path, 'who may call', 'Use a Server and an AuthorizationPolicy of the generated constructs, or Istio.mesh().');
}

function refuseTelemetry({ node: { path } }: Construct): never {
  throw refusal(path, 'what is seen of requests', TRACING);
}

function refuseGateway({ node: { path } }: Construct): never {
  throw refusal(path, 'a gateway', 'Linkerd has none of its own: give any ingress a proxy by linkerd.io/inject, or use Istio.mesh().');
}
