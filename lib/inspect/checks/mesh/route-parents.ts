import { listed } from '../../listed';
import { allowsNamespace } from '../../mesh/allowed-namespaces';
import type { Field } from '../../mesh/field';
import { isOfFlagger } from '../../mesh/flagger-services';
import { GATEWAY_API, KUBERNETES_GATEWAY } from '../../mesh/gateway-references';
import { hostsOverlap, serviceHost } from '../../mesh/hosts';
import { kindsOfListener, protocolsOf } from '../../mesh/listener-kinds';
import { namesIn } from '../../mesh/names-of-kind';
import { clustersOf, ObjectSet } from '../../mesh/object-set';
import { isPatchedSomehow } from '../../mesh/patched-resources';
import { mayHaveOtherObjects } from '../../mesh/pod-makers';
import { portNumber } from '../../mesh/port-number';
import { isRepresented } from '../../mesh/represented-namespaces';
import type { Resource } from '../../mesh/resource';
import { isMisspelled } from '../../mesh/unread';
import { nameMeant } from '../../nearest';
import { own } from '../../schema/own';
import { CheckContext, defineCheck, Judgement, Problem } from '../check';
import { meshRule } from './mesh-rule';

const rules = {
  unknown: meshRule('MESH087', 'error', ['route-without-gateway', 'A Gateway API route has no parent, or its Gateway or Service does not exist.']),
  listener: meshRule('MESH087', 'error', ['route-without-listener', 'A Gateway API route names a listener or port that its Gateway or Service does not have.']),
  refused: meshRule('MESH087', 'error', ['route-not-allowed', 'No listener of a Gateway allows routes of this kind, or of this namespace.']),
  hostname: meshRule('MESH087', 'error', ['route-hostname-unserved', 'No listener of a Gateway serves one of the hostnames of a route.']),
};

const ROUTES = ['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute'].map(kind => `gateway.networking.k8s.io/${kind}`);

/** Routes that nobody accepts, so that no request takes them. */
export const routeParentsCheck = defineCheck({
  rules: Object.values(rules),
  kinds: ROUTES,
  reads: [KUBERNETES_GATEWAY, 'Service', 'Namespace', 'flagger.app/Canary'],
  * judge(route, { set, schemas }) {
    const parents = route.spec.at('parentRefs');
    if (!parents.isFilled) {
      yield* isMisspelled(route.spec, 'parentRefs') || isPatchedSomehow(route) ? [] : [withoutParent(route)];
      return;
    }
    for (const parent of parents.items()) {
      yield* judgeParent({ set, schemas }, route, parent);
    }
  },
});

function withoutParent({ spec }: Resource): Problem {
  return { rule: rules.unknown, severity: 'warning', path: spec.path, message: 'the route has no parentRefs, so it receives no traffic', repair: 'name a Gateway or a Service in parentRefs' };
}

type Asked = Pick<CheckContext, 'set' | 'schemas'>;

interface Parent {
  readonly place: Field;
  readonly namespace: string;
  readonly name: string;
}

function* judgeParent(asked: Asked, route: Resource, place: Field): Judgement {
  const [group = GATEWAY_API, kind = 'Gateway', name = '', namespace = route.namespace] = ['group', 'kind', 'name', 'namespace'].map(key => place.at(key).text);
  const judge = own(PARENTS, `${group}/${kind}`);
  yield* name === '' || judge === undefined ? [] : judge(asked, route, { place, namespace, name });
}

/** Parents of other kinds are those of other implementations. Linkerd takes the core group by its long name, too. */
const PARENTS: Readonly<Record<string, (asked: Asked, route: Resource, parent: Parent) => Judgement>> = {
  [KUBERNETES_GATEWAY]: judgeGateway,
  '/Service': judgeService,
  'core/Service': judgeService,
  [`${GATEWAY_API}/Service`]: (_asked, _route, { place }) => [{
    rule: rules.unknown,
    path: place.at('kind').path,
    message: `the group of a parentRef defaults to ${GATEWAY_API}, which has no Service: the route receives no traffic`,
    repair: 'add group: ""',
  }],
};

function judgeGateway({ set }: Asked, route: Resource, parent: Parent): Judgement {
  const gateway = set.find(KUBERNETES_GATEWAY, parent.namespace, parent.name);
  return gateway === undefined
    ? notShown(set, parent, { kind: KUBERNETES_GATEWAY, isShown: isRepresented(set, parent.namespace) })
    : judgeListeners(set, { route, parent: parent.place, gateway });
}

/** Flagger makes Services for its canaries, and operators make others. */
function judgeService({ set, schemas }: Asked, _route: Resource, parent: Parent): Judgement {
  const { namespace, name } = parent;
  const service = clustersOf(set).map(cluster => cluster.find('Service', namespace, name)).find(found => found !== undefined);
  if (service !== undefined) {
    return judgePort(service, parent.place);
  }
  const isShown = isRepresented(set, namespace) && !mayHaveOtherObjects(set, schemas, namespace);
  return isOfFlagger(set, serviceHost(set, name, namespace)) ? [] : notShown(set, parent, { kind: 'Service', isShown });
}

function* judgePort(service: Resource, parent: Field): Judgement {
  const [port, numbers] = [portNumber(parent.at('port')), service.spec.at('ports').items().map(one => portNumber(one.at('port')))];
  if (port !== undefined && numbers.length > 0 && !numbers.includes(undefined) && !numbers.includes(port)) {
    yield {
      rule: rules.listener,
      path: parent.at('port').path,
      message: `Service ${service.fullName} has no port ${port}; it has ${listed(numbers.map(String), 10)}`,
      repair: 'name a port of the Service',
    };
  }
}

/** A kind of parents, and whether the set shows those of the namespace. */
interface Shown {
  readonly kind: string;
  readonly isShown: boolean;
}

function* notShown(set: ObjectSet, { place, namespace, name }: Parent, { kind, isShown }: Shown): Judgement {
  if (clustersOf(set).some(cluster => cluster.knows(kind, namespace, name))) {
    return;
  }
  const short = kind.slice(kind.indexOf('/') + 1);
  const near = nameMeant(name, namesIn(set, kind, namespace));
  yield isShown ? {
    rule: rules.unknown,
    path: place.at('name').path,
    message: `${short} ${namespace}/${name} is not in the input; without it, the route receives no traffic`,
    repair: near === undefined ? `correct the name, or add the ${short}` : `did you mean "${near}"?`,
  } : { undecided: rules.unknown, unknown: `namespace ${namespace}` };
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
    yield refusal(attachment, { meant, ofKind, ofNamespace });
  } else if (serving.every(listener => takesNamespace(set, listener, attachment) === undefined)) {
    yield { undecided: rules.refused, unknown: `labels of namespace ${route.namespace}` };
  }
}

function noListener({ parent, gateway }: Attachment, key: 'sectionName' | 'port', listeners: readonly Field[]): Problem {
  const [what, named] = key === 'port' ? ['no listener on port', 'port'] : ['no listener', 'name'];
  const theirs = [...new Set(listeners.map(listener => String(listener.at(named).value)))];
  return {
    rule: rules.listener,
    path: parent.at(key).path,
    message: `Gateway ${gateway.fullName} has ${what} ${String(parent.at(key).value)}${key === 'port' && parent.at('sectionName').isFilled ? ' of that name' : ''}; it has ${listed(theirs, 10)}`,
    repair: 'name a listener of the Gateway',
  };
}

/** The listeners that a route means, and those of them that take its kind, and its namespace, too. */
type Refusing = Readonly<Record<'meant' | 'ofKind' | 'ofNamespace', readonly Field[]>>;

function refusal({ route, parent, gateway }: Attachment, { meant, ofKind, ofNamespace }: Refusing): Problem {
  const section = parent.at('sectionName').text ?? '';
  const listener = section === '' ? `no listener of Gateway ${gateway.fullName}` : `the listener ${section} of Gateway ${gateway.fullName}`;
  const takes = section === '' ? 'allows' : 'does not allow';
  if (ofNamespace.length === 0) {
    const { kind = '' } = route.reference;
    const what = ofKind.length === 0 ? `${kind === 'HTTPRoute' ? 'an' : 'a'} ${kind}` : `routes of namespace ${route.namespace}`;
    const chosenBy = ['sectionName', 'port'].find(key => parent.at(key).isFilled) ?? 'name';
    return { rule: rules.refused, path: parent.at(chosenBy).path, message: `${listener} ${takes} ${what}`, repair: refusalRepair(kind, meant) };
  }
  const served = [...new Set(ofNamespace.map(one => one.at('hostname').text ?? ''))];
  return {
    rule: rules.hostname,
    path: route.spec.at('hostnames').path,
    message: `${listener} ${section === '' ? 'serves' : 'does not serve'} ${listed(route.spec.at('hostnames').texts)}; it serves ${listed(served)}`,
    repair: 'use hostnames that the listener serves, or add a listener for these',
  };
}

/** What a protocol does not carry, no listener of it can be told to take. */
function refusalRepair(kind: string, meant: readonly Field[]): string {
  return meant.some(listener => carries(listener, kind))
    ? 'allow it in allowedRoutes of the listener, or name another listener'
    : `name a listener with protocol ${protocolsOf(kind).join(' or ')}, or add one`;
}

function carries(listener: Field, kind: string): boolean {
  return kindsOfListener(listener)?.includes(kind) ?? true;
}

function takesKind(listener: Field, kind: string): boolean {
  const said = listener.at('allowedRoutes', 'kinds').items().map(one => one.at('kind').text);
  return (said.length === 0 || said.includes(kind)) && carries(listener, kind);
}

function takesNamespace(set: ObjectSet, listener: Field, { route, gateway }: Attachment): boolean | undefined {
  return allowsNamespace(set, listener, { own: gateway.namespace, asking: route.namespace });
}

function serves(listener: Field, { spec }: Resource): boolean {
  const [hostname, wanted] = [listener.at('hostname').text ?? '', spec.at('hostnames').texts];
  return hostname === '' || wanted.length === 0 || wanted.some(one => hostsOverlap(one, hostname));
}
