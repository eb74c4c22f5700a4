import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { Access } from './access';
import { Caller, ICaller } from './caller';
import { DefaultAccess } from './default-access';
import { Mesh } from './mesh';
import { MutualTls } from './mutual-tls';
import { PodSecurity } from './pod-security';
import type { CallerIntent } from './private/access/caller-intent';
import { denyByDefault } from './private/access/deny-by-default';
import { requireDnsLabel } from './private/dns-label';
import { marksOf } from './private/platform/membership';
import type { Marks } from './private/platform/membership';
import { claimNamespace } from './private/platform/namespace-owners';
import { liesInNoNamespace } from './private/platform/no-namespace';
import { unsaidProblems } from './private/platform/unsaid-problems';
import { requireNone } from './private/require-none';
import type { WorkloadIntent } from './private/workload-intent';
import { Telemetry } from './telemetry';

/** A namespace that is ours. */
export interface MeshNamespaceProps {
  /**
   * More annotations.
   *
   * @default - none
   */
  readonly annotations?: { [name: string]: string };
  /**
   * Who may call services in it of which nobody has said who may.
   *
   * @default - as the mesh says
   */
  readonly defaultAccess?: DefaultAccess;
  /**
   * The Pod Security standard that pods are refused for not passing.
   *
   * @default - as the cluster is configured: what a mesh adds to pods does not pass everywhere
   */
  readonly enforce?: PodSecurity;
  /**
   * Whether its pods take part in the mesh.
   *
   * @default true
   */
  readonly inMesh?: boolean;
  /**
   * More labels.
   *
   * @default - none
   */
  readonly labels?: { [name: string]: string };
  /**
   * Name of the namespace.
   *
   * @default - the id of the construct
   */
  readonly namespaceName?: string;
  /**
   * The Pod Security standard that `kubectl` warns of when something does not pass it.
   *
   * @default - as the cluster is configured
   */
  readonly warn?: PodSecurity;
}

/** A namespace with what the mesh wants to read on it. Renders a `Namespace`. */
export class MeshNamespace extends Construct implements ICaller {
  /** Who may call what is in it. */
  public readonly access: Access;
  /** Name of the namespace. */
  public readonly namespaceName: string;
  /** What is seen of what is in it. */
  public readonly telemetry: Telemetry;

  private readonly inMesh: boolean;

  constructor(scope: Construct, id: string, props: MeshNamespaceProps = {}) {
    super(scope, id);
    const { path } = this.node;
    const { annotations = {}, enforce, inMesh = true, labels = {}, namespaceName = id, warn } = props;
    this.namespaceName = requireDnsLabel(namespaceName, `${path}: the name of the namespace`);
    claimNamespace(this, namespaceName);
    const { mutualTls, _provider: provider } = Mesh.of(this);
    const [problem] = unsaidProblems({ annotations, labels }, { inMesh, provider, place: path });
    if (problem !== undefined) {
      throw new Error(problem);
    }
    const marks = provider.namespace({ inMesh, enforce }, path);
    const ours = { annotations: marks.annotations, labels: { ...marks.labels, ...securityLabels({ enforce, warn }) } };
    const object = new ApiObject(this, 'Default', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespaceName, annotations: { ...annotations, ...ours.annotations }, labels: { ...labels, ...ours.labels } },
    });
    liesInNoNamespace(object);
    this.inMesh = inMesh;
    const pods = (): WorkloadIntent => this.pods();
    this.access = Access._of({ place: path, scope: new Construct(this, 'access'), name: 'namespace', kind: 'namespace', pods, usualTls: () => mutualTls });
    if (!inMesh) {
      requireNone({ defaultAccess: props.defaultAccess }, `${path}: its pods have no proxy to enforce it`, 'add it to the mesh: leave out inMesh: false');
    }
    applyDefaultAccess(this, props.defaultAccess);
    this.telemetry = Telemetry._of({ place: path, scope: new Construct(this, 'telemetry'), name: 'namespace-default', kind: 'namespace', pods });
    this.node.addValidation({ validate: () => unsaidProblems(without(marksOf(object.metadata), ours), { inMesh, provider, place: path }) });
  }

  /** @internal */
  public _callers(): readonly CallerIntent[] {
    if (!this.inMesh) {
      throw new Error(`${this.node.path}: its pods have no proxy, so they cannot prove their identity. Leave out inMesh: false, or name their addresses: Caller.cidr.`);
    }
    return [{ namespaces: [this.namespaceName] }];
  }

  /** @throws when nothing does what is said of its pods */
  private pods(): WorkloadIntent {
    if (!this.inMesh) {
      throw new Error(`${this.node.path}: its pods have no proxy, which is needed for this. Leave out inMesh: false.`);
    }
    return { namespace: this.namespaceName };
  }

  /** What its pods take, if that is said here. @internal */
  public _mutualTls(): MutualTls | undefined {
    return this.access._mutualTls();
  }
}

function applyDefaultAccess(place: MeshNamespace, defaultAccess?: DefaultAccess): void {
  if (defaultAccess === DefaultAccess.OPEN) {
    place.access.allowFrom(Caller.anyone());
  }
  if (defaultAccess === DefaultAccess.DENY) {
    denyByDefault(place, place.namespaceName);
    place.access._rules.shut();
  }
}

/** What somebody has added. */
function without({ annotations, labels }: Marks, ours: Marks): Marks {
  const rest = (all: Marks['labels'], known: Marks['labels']) => Object.fromEntries(Object.entries(all).filter(([name, value]) => known[name] !== value));
  return { annotations: rest(annotations, ours.annotations), labels: rest(labels, ours.labels) };
}

function securityLabels(standards: { readonly [mode: string]: PodSecurity | undefined }): Record<string, string> {
  return Object.fromEntries(Object.entries(standards).flatMap(([mode, standard]) => (
    standard === undefined ? [] : [[`pod-security.kubernetes.io/${mode}`, standard]]
  )));
}
