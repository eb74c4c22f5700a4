import { ApiObject } from 'cdk8s';
import type { Workload } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { MeshProvider } from '../mesh-provider';
import { marksOf, membershipSaid } from './membership';
import type { Marks, Membership, MembershipSaid } from './membership';
import { ownerOfNamespace } from './namespace-owners';

/** A service, or a job, whose pods are ours. */
export interface Inhabitant {
  readonly construct: Construct;
  readonly namespaceName: string;
  readonly pods: readonly { readonly workload: Workload }[];
  readonly provider: MeshProvider;
}

/** What is wrong with how the pods of a service, and their namespace if it is ours too, say that they take part in meshes. */
export function membershipProblems({ construct, namespaceName, pods: all, provider }: Inhabitant): string[] {
  const namespace = ownerOfNamespace(namespaceName, construct);
  const around = namespace && { path: namespace.node.path, marks: marksOf(ApiObject.of(namespace).metadata) };
  return all.flatMap(({ workload }) => {
    const pods = { place: `${construct.node.path}, pods of "${workload.name}"`, marks: marksOf(workload.podMetadata) };
    // Whoever takes its pods out of the mesh may do with them as they like.
    if (membershipSaid(provider.membership, pods.marks)?.takesPart !== true) {
      return [];
    }
    return [...outsideProblems(provider.membership, pods, around), ...provider.otherMemberships.flatMap(other => rivalProblems(other, pods, around))];
  });
}

interface Pods {
  readonly place: string;
  readonly marks: Marks;
}

interface Surroundings {
  readonly path: string;
  readonly marks: Marks;
}

function outsideProblems(membership: Membership, { place }: Pods, around: Surroundings | undefined): string[] {
  const said = around && membershipSaid(membership, around.marks);
  return said?.takesPart === false
    ? [`${place}: their namespace, "${around?.path}", keeps its pods out of the mesh by "${said.by}". Leave out inMesh: false there, or deploy them in another namespace.`]
    : [];
}

/** What a pod says counts more than what its namespace says. */
function rivalProblems(other: Membership, { place, marks }: Pods, around: Surroundings | undefined): string[] {
  const own = membershipSaid(other, marks);
  if (own !== undefined) {
    return own.takesPart ? [problem({ place, other, said: own, where: 'on the pods' })] : [];
  }
  const said = around && membershipSaid(other, around.marks);
  return said?.takesPart === true ? [problem({ place, other, said, where: `on their namespace "${around?.path}"` })] : [];
}

interface Conflict {
  readonly place: string;
  readonly other: Membership;
  readonly said: MembershipSaid;
  readonly where: string;
}

function problem({ place, other, said, where }: Conflict): string {
  return `${place}: "${said.by}" ${where} would also add them to ${other.product}, but a pod can be in only one mesh. Remove it.`;
}
