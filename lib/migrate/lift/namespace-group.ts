import { call, Code, create, literal, mapping, member, name } from '../code/code';
import type { DesiredObject } from '../desired-object';
import type { ConstantNames } from '../made-names';
import { modeWord } from './access-words';
import { Block, NotLifted, wholly } from './block';
import type { Group, Proposal } from './proposal';

/** A Namespace, and what is said of the connections of all its pods. */
export function namespaceGroup(namespace: DesiredObject, peerAuthentication: DesiredObject | undefined): Group {
  const objects = [namespace, ...(peerAuthentication === undefined ? [] : [peerAuthentication])];
  return { objects, namespace: undefined, proposals: names => [meshNamespace(namespace, peerAuthentication, names)] };
}

/** Whether a PeerAuthentication says nothing but which connections all pods of its namespace take. */
export function isOfNamespace({ name: { name: own }, value: { spec } }: DesiredObject): boolean {
  const { mtls, ...others } = (spec ?? {}) as Record<string, unknown>;
  return own === 'default' && mtls !== undefined && Object.keys(others).length === 0;
}

function meshNamespace({ name: { name: own }, value }: DesiredObject, peerAuthentication: DesiredObject | undefined, names: ConstantNames): Proposal {
  const { metadata, ...rest } = value;
  wholly(new Block(rest, ''), block => ['apiVersion', 'kind'].forEach(key => block.take(key)));
  const block = new Block(metadata, 'metadata');
  const said = wholly(block, () => {
    block.take('name');
    return { labels: block.texts('labels'), annotations: block.texts('annotations') };
  });
  const { enforce, warn } = { enforce: standard(said.labels, 'enforce'), warn: standard(said.labels, 'warn') };
  const labels = Object.entries(said.labels).filter(([key]) => !MARKS.has(key));
  const props = mapping([
    ['inMesh', said.labels['istio-injection'] === 'enabled' ? undefined : literal(false)],
    ['enforce', enforce],
    ['warn', warn],
    ['labels', texts(labels)],
    ['annotations', texts(Object.entries(said.annotations))],
  ]);
  const code = create('MeshNamespace', name('this'), literal(own), ...(props.entries.length === 0 ? [] : [props]));
  if (peerAuthentication === undefined) {
    return { construct: 'MeshNamespace', ids: [own], statements: [{ code }] };
  }
  const constant = names.of(`${own}-namespace`);
  const verb = call(member(member(name(constant), 'access'), 'mutualTls'), modeWord(new Block(peerAuthentication.value.spec, 'spec').block('mtls')!));
  return { construct: 'MeshNamespace', ids: [own], statements: [{ code, constant }, { code: verb, continues: true }] };
}

const MARKS: ReadonlySet<string> = new Set(['istio-injection', 'pod-security.kubernetes.io/enforce', 'pod-security.kubernetes.io/warn']);

function texts(entries: ReadonlyArray<readonly [string, string]>): Code | undefined {
  return entries.length === 0 ? undefined : mapping(entries.map(([key, value]) => [key, literal(value)] as const));
}

function standard(labels: Readonly<Record<string, string>>, what: 'enforce' | 'warn'): Code | undefined {
  const value = labels[`pod-security.kubernetes.io/${what}`];
  if (value === undefined) {
    return undefined;
  }
  if (!['privileged', 'baseline', 'restricted'].includes(value)) {
    throw new NotLifted(`there is no Pod Security standard "${value}"`);
  }
  return name(`PodSecurity.${value.toUpperCase()}`);
}
