import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { Gateway } from '../../imports/gateway.networking.k8s.io';
import { AuthorizationPolicy, AuthorizationPolicySpec } from '../../imports/security.istio.io';
import { DefaultAccess } from '../mesh/default-access';
import { DeployedService } from '../mesh/deployed-service';
import { MeshNamespace } from '../mesh/mesh-namespace';
import type { IdentityIntent } from '../mesh/private/access/caller-intent';
import { requireTogether } from '../mesh/private/boundary';
import { claimName } from '../mesh/private/claim-name';
import { requireObjectName } from '../mesh/private/gateways/references';
import { notExpressible } from '../mesh/private/not-expressible';
import { pathBelow } from '../mesh/private/path-below';
import { namespaceOf } from '../mesh/private/platform/namespace-of';
import { claimAccount } from '../mesh/private/pods/account';
import { Slot } from '../mesh/private/slot';
import { sortLaterSlots } from '../mesh/private/sorted-slots';
import type { WorkloadIntent } from '../mesh/private/workload-intent';
import { DataPlaneMode } from './data-plane-mode';
import { Istio } from './istio';
import { IstioRelease } from './istio-release';
import { hasReached } from './private/has-reached';
import { knownSpec } from './private/known-spec';
import { patchedLast } from './private/patched-last';
import { judgeWhole, servedProblems } from './private/served-problems';
import { announceWaypoint, claimServed, claimWhole } from './private/serving-waypoint';
import { authorizationPolicySpec } from './render/authorization-policy';
import { byWaypointSpec, pastWaypointSpec, servedLabels, WAYPOINT_LABELS, waypointSpec } from './render/waypoint';

/** Whom a waypoint serves. */
export interface WaypointProps {
  /**
   * The namespace whose services' requests pass it, all of them. It is that of the chart, and nothing else needs to be served. With Istio 1.24, an
   * error.
   *
   * @default - single services alone
   */
  readonly meshNamespace?: MeshNamespace;
  /**
   * The services whose requests pass it. More can be said later: `waypoint.serve(orders)`.
   *
   * @default - none yet
   */
  readonly services?: DeployedService[];
  /**
   * Name of the waypoint, and of the account that it runs as.
   *
   * @default - the id of the construct
   */
  readonly waypointName?: string;
}

/**
 * A proxy in front of services, in the ambient mode of Istio: it sees requests where the proxies of the nodes see connections, so that who may call
 * can be told by methods, paths, hosts and tokens. Once it serves a service, its pods take nothing but what comes through it, gateways included.
 *
 * Renders a `Gateway` of the class `istio-waypoint`, and for each service the `AuthorizationPolicy`s that let the waypoint in, and nobody past it.
 */
export class Waypoint extends Construct {
  /** Name of the waypoint, and of the account that it runs as. */
  public readonly waypointName: string;

  private readonly identity: Required<IdentityIntent>;
  private readonly mesh: Istio;

  constructor(scope: Construct, id: string, props: WaypointProps = {}) {
    const place = pathBelow(scope, id);
    const { meshNamespace, services = [], waypointName = id } = props;
    const mesh = Istio._of(scope, place, FEATURE);
    if (mesh.mode !== DataPlaneMode.AMBIENT) {
      throw notExpressible({ place, feature: FEATURE, mesh: mesh.description, nearest: 'Sidecars see requests themselves. Leave it out, or set mode: DataPlaneMode.AMBIENT.' });
    }
    if (meshNamespace !== undefined && !hasReached(mesh.release, IstioRelease.V1_25)) {
      const nearest = 'Gateways find it only if Services name it, and would be refused. Serve single services: services: [...].';
      throw notExpressible({ place, feature: 'a waypoint of a whole namespace', mesh: mesh.description, nearest });
    }
    const name = requireWaypointName(waypointName, place);
    const namespace = namespaceOf(scope, place);
    super(scope, id);
    this.mesh = mesh;
    this.waypointName = name;
    this.identity = { trustDomain: mesh.trustDomain, namespace, account: name };
    this.claimPods();
    announceWaypoint(this, namespace);
    patchedLast(new Gateway(this, 'Default', { metadata: { name, labels: { ...WAYPOINT_LABELS } }, spec: waypointSpec() }));
    if (mesh.defaultAccess === DefaultAccess.DENY) {
      this.createPolicy(new Construct(this, 'deny-by-default'), name, () => authorizationPolicySpec({ pods: { namespace, gateway: name }, action: 'allow', rules: [] }));
    }
    sortLaterSlots(this);
    if (meshNamespace !== undefined) {
      this.serveAll(meshNamespace);
    }
    services.forEach(service => this.serve(service));
  }

  /**
   * Lets requests for a service pass it, wherever they come from.
   *
   * @throws when the service is in another namespace, has pods outside of the mesh, or another waypoint serves it
   */
  public serve(service: DeployedService): void {
    const { path } = this.node;
    const place = `${path}, serve("${service.node.path}")`;
    requireTogether(this, service);
    const pods = service._workload();
    const { namespace } = this.identity;
    if (pods.namespace !== namespace) {
      throw new Error(`${place}: is in the namespace "${pods.namespace}", but the waypoint is in "${namespace}". Create one there.`);
    }
    claimServed(this, pods, place);
    this.label(service.objects.service);
    service._labelVersions(servedLabels(this.waypointName));
    this.closePods(service.serviceName, () => service._workload());
    this.node.addValidation({ validate: () => servedProblems(service, place) });
  }

  private serveAll(meshNamespace: MeshNamespace): void {
    const { identity: { namespace }, node: { path } } = this;
    const { namespaceName } = meshNamespace;
    requireTogether(this, meshNamespace);
    if (namespaceName !== namespace) {
      throw new Error(`${path}: serves the namespace "${namespaceName}", but is in "${namespace}". Create it in a chart of "${namespaceName}".`);
    }
    claimWhole(this, namespace);
    this.label(ApiObject.of(meshNamespace));
    this.closePods(this.waypointName, () => ({ namespace }));
    judgeWhole(this, namespace);
  }

  private label(object: ApiObject): void {
    Object.entries(servedLabels(this.waypointName)).forEach(([label, value]) => object.metadata.addLabel(label, value));
  }

  /** Pods take what comes through it, and nothing else, whoever else is let in. */
  private closePods(name: string, pods: () => WorkloadIntent): void {
    this.policySlot(`${name}.waypoint`, () => byWaypointSpec(pods(), this.identity));
    this.policySlot(`${name}.waypoint-only`, () => pastWaypointSpec(pods(), this.identity));
  }

  private policySlot(name: string, spec: () => AuthorizationPolicySpec): void {
    new Slot(this, name, place => this.createPolicy(place, name, spec)).fill();
  }

  private createPolicy(place: Construct, name: string, produce: () => AuthorizationPolicySpec): AuthorizationPolicy {
    const spec = knownSpec({ place, kind: AuthorizationPolicy.GVK.kind, release: this.mesh.release }, produce);
    return patchedLast(new AuthorizationPolicy(place, 'Default', { metadata: { name }, spec }));
  }

  /** What Istio makes for it is called as it is. */
  private claimPods(): void {
    const { node: { path }, waypointName: name } = this;
    const repair = 'Use another waypointName.';
    ['Gateway', 'Service', 'Deployment'].forEach(what => claimName(this, { what, name }, path, repair));
    claimAccount(this, name, repair);
  }
}

const FEATURE = 'a waypoint';

/** @throws when a text is no name, or the one by which Istio understands that there is none */
function requireWaypointName(name: string, place: string): string {
  if (name === 'none') {
    throw new Error(`${place}: "none" marks Services without a waypoint. Use another waypointName.`);
  }
  return requireObjectName(name, 'a waypoint', place);
}
