import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { Mesh } from './mesh';
import { PodSecurity } from './pod-security';
import { requireDnsLabel } from './private/dns-label';
import { marksOf } from './private/platform/membership';
import type { Marks } from './private/platform/membership';
import { claimNamespace } from './private/platform/namespace-owners';
import { unsaidProblems } from './private/platform/unsaid-problems';

/** A namespace that is ours. */
export interface MeshNamespaceProps {
  /**
   * More annotations.
   *
   * @default - none
   */
  readonly annotations?: { [name: string]: string };
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
export class MeshNamespace extends Construct {
  /** Name of the namespace. */
  public readonly namespaceName: string;

  constructor(scope: Construct, id: string, props: MeshNamespaceProps = {}) {
    super(scope, id);
    const { path } = this.node;
    const { annotations = {}, enforce, inMesh = true, labels = {}, namespaceName = id, warn } = props;
    this.namespaceName = requireDnsLabel(namespaceName, `${path}: the name of the namespace`);
    claimNamespace(this, namespaceName);
    const provider = Mesh.of(this)._provider;
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
    if (Chart.of(this).namespace !== undefined) {
      // Objects take over the namespace of their chart, and a namespace lies in none.
      object.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
    }
    this.node.addValidation({ validate: () => unsaidProblems(without(marksOf(object.metadata), ours), { inMesh, provider, place: path }) });
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
