import { listed } from '../../listed';
import { allowsNamespace } from '../../mesh/allowed-namespaces';
import type { Field } from '../../mesh/field';
import { KUBERNETES_GATEWAY } from '../../mesh/gateway-references';
import { hostsOverlap } from '../../mesh/hosts';
import type { ObjectSet } from '../../mesh/object-set';
import { isRepresented } from '../../mesh/represented-namespaces';
import type { Resource } from '../../mesh/resource';
import { defineCheck, Judgement, Problem } from '../check';
import { meshRule } from './mesh-rule';

const rules = {
  unknown: meshRule('MESH087', 'error', ['route-without-gateway', 'A route of the Gateway API hangs on a Gateway that is not there.']),
  listener: meshRule('MESH087', 'error', ['route-without-listener', 'A route of the Gateway API names a listener, or a port, that its Gateway does not have.']),
  refused: meshRule('MESH087', 'error', ['route-not-allowed', 'No listener of a Gateway takes routes of this kind, or of this namespace.']),
  hostname: meshRule('MESH087', 'error', ['route-hostname-unserved', 'No listener of a Gateway serves one of the hostnames of a route.']),
};

const ROUTES = ['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute'].map(kind => `gateway.networking.k8s.io/${kind}`);

/** Routes that a Gateway does not accept, so that no request takes them. */
export const routeParentsCheck = defineCheck({
  rules: Object.values(rules),
  kinds: ROUTES,
  reads: [KUBERNETES_GATEWAY, 'Namespace'],
  * judge(route, { set }) {
    for (const parent of route.spec.at('parentRefs').items().filter(isGateway)) {
      const namespace = parent.at('namespace').text ?? route.namespace;
      const name = parent.at('name').text ?? '';
      const gateway = set.find(KUBERNETES_GATEWAY, namespace, name);
      if (gateway !== undefined) {
        yield* judgeListeners(set, { route, parent, gateway });
      } else if (name !== '' && !set.knows(KUBERNETES_GATEWAY, namespace, name)) {
        yield isRepresented(set, namespace)
          ? { rule: rules.unknown, path: parent.at('name').path, message: `the input shows no Gateway ${namespace}/${name}, without which no request takes this route`, repair: 'correct the name, or add the Gateway' }
          : { undecided: rules.unknown, unknown: `namespace ${namespace}` };
      }
    }
  },
});

function isGateway(parent: Field): boolean {
  return (parent.at('kind').text ?? 'Gateway') === 'Gateway' && (parent.at('group').text ?? 'gateway.networking.k8s.io') === 'gateway.networking.k8s.io';
}

interface Attachment {
  readonly route: Resource;
  readonly parent: Field;
  readonly gateway: Resource;
}

function* judgeListeners(set: ObjectSet, attachment: Attachment): Judgement {
  const { route, parent, gateway } = attachment;
  const all = gateway.spec.at('listeners').items();
  const named = all.filter(listener => !parent.at('sectionName').isFilled || listener.at('name').text === parent.at('sectionName').text);
  const meant = named.filter(listener => !parent.at('port').isFilled || listener.at('port').value === parent.at('port').value);
  if (meant.length === 0) {
    yield* all.length === 0 ? [] : [noListener(attachment, named.length === 0 ? 'sectionName' : 'port', all)];
    return;
  }
  const ofKind = meant.filter(listener => takesKind(listener, route.reference.kind ?? ''));
  const ofNamespace = ofKind.filter(listener => takesNamespace(set, listener, attachment) !== false);
  const serving = ofNamespace.filter(listener => serves(listener, route));
  if (serving.length === 0) {
    yield refusal(attachment, { ofKind, ofNamespace });
  } else if (serving.every(listener => takesNamespace(set, listener, attachment) === undefined)) {
    yield { undecided: rules.refused, unknown: `labels of namespace ${route.namespace}` };
  }
}

function noListener({ parent, gateway }: Attachment, key: 'sectionName' | 'port', listeners: readonly Field[]): Problem {
  const [what, named] = key === 'port' ? ['no listener at port', 'port'] : ['no listener', 'name'];
  const theirs = listeners.map(listener => String(listener.at(named).value));
  return {
    rule: rules.listener,
    path: parent.at(key).path,
    message: `Gateway ${gateway.fullName} has ${what} ${String(parent.at(key).value)}${key === 'port' && parent.at('sectionName').isFilled ? ' of that name' : ''}; it has ${listed(theirs, 10)}`,
    repair: 'name a listener of the Gateway',
  };
}

function refusal({ route, parent, gateway }: Attachment, { ofKind, ofNamespace }: Readonly<Record<'ofKind' | 'ofNamespace', readonly Field[]>>): Problem {
  const section = parent.at('sectionName').text ?? '';
  const listener = section === '' ? `no listener of Gateway ${gateway.fullName}` : `the listener ${section} of Gateway ${gateway.fullName}`;
  const takes = section === '' ? 'takes' : 'does not take';
  if (ofNamespace.length === 0) {
    const what = ofKind.length === 0 ? `${route.reference.kind === 'HTTPRoute' ? 'an' : 'a'} ${route.reference.kind}` : `routes of namespace ${route.namespace}`;
    return { rule: rules.refused, path: parent.at('name').path, message: `${listener} ${takes} ${what}`, repair: 'say so in allowedRoutes of the listener, or name another' };
  }
  const served = [...new Set(ofNamespace.map(one => one.at('hostname').text ?? ''))];
  return {
    rule: rules.hostname,
    path: route.spec.at('hostnames').path,
    message: `${listener} ${section === '' ? 'serves' : 'does not serve'} ${listed(route.spec.at('hostnames').texts)}; there is ${listed(served)}`,
    repair: 'write hostnames of the listener, or add a listener for these',
  };
}

/** What a listener takes where it does not say it; of protocols that are not here nothing is known. */
const KINDS: Readonly<Record<string, readonly string[] | undefined>> = {
  HTTP: ['HTTPRoute', 'GRPCRoute'],
  HTTPS: ['HTTPRoute', 'GRPCRoute'],
  TCP: ['TCPRoute'],
  TLS: ['TCPRoute', 'TLSRoute'],
};

function takesKind(listener: Field, kind: string): boolean {
  const said = listener.at('allowedRoutes', 'kinds').items().map(one => one.at('kind').text);
  return (said.length === 0 || said.includes(kind)) && (KINDS[listener.at('protocol').text ?? '']?.includes(kind) ?? true);
}

function takesNamespace(set: ObjectSet, listener: Field, { route, gateway }: Attachment): boolean | undefined {
  return allowsNamespace(set, listener, { own: gateway.namespace, asking: route.namespace });
}

function serves(listener: Field, { spec }: Resource): boolean {
  const [hostname, wanted] = [listener.at('hostname').text ?? '', spec.at('hostnames').texts];
  return hostname === '' || wanted.length === 0 || wanted.some(one => hostsOverlap(one, hostname));
}
