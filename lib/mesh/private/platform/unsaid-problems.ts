import type { MeshProvider } from '../mesh-provider';
import type { Marks, Membership } from './membership';

interface NamespaceDetails {
  readonly inMesh: boolean;
  readonly provider: MeshProvider;
  /** path of the construct */
  readonly place: string;
}

const POD_SECURITY = /^pod-security\.kubernetes\.io\/(enforce|warn)$/;

/** What extra labels and annotations of a namespace say that it has other words for, or that makes its pods part of two meshes. */
export function unsaidProblems({ annotations, labels }: Marks, details: NamespaceDetails): string[] {
  return Object.entries({ ...labels, ...annotations }).flatMap(([name, value]) => problemsOf(name, value, details));
}

function problemsOf(name: string, value: string, { inMesh, provider, place }: NamespaceDetails): string[] {
  if (has(provider.membership, name)) {
    return [`${place}: "${name}" is set by the mesh. Leave it out; inMesh: false keeps the pods of a namespace out of the mesh.`];
  }
  const other = provider.otherMemberships.find(membership => has(membership, name));
  if (other !== undefined && inMesh && value !== other.marks[name]) {
    return [`${place}: "${name}: ${value}" would also add its pods to ${other.product}, but a pod can be in only one mesh. Leave it out, or set inMesh: false.`];
  }
  const [, mode] = POD_SECURITY.exec(name) ?? [];
  return mode === undefined ? [] : [`${place}: "${name}" has its own option. Set ${mode}: PodSecurity.RESTRICTED.`];
}

function has({ marks }: Membership, name: string): boolean {
  return Object.hasOwn(marks, name);
}
