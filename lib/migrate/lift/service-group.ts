import type { ChartStatement } from '../chart-plan';
import { call, Code, literal, mapping, member, name, rootsOf } from '../code/code';
import type { DesiredObject } from '../desired-object';
import type { ConstantNames } from '../made-names';
import { accessWords, KnownService, safetyWords } from './access-words';
import { Block, NotLifted, wholly } from './block';
import { policyWords, Verb } from './policy-words';
import type { Group, Proposal } from './proposal';
import { RouteTargets, routeWords, SaidRoutes } from './route-words';

/** Objects about one service, some of which are there. */
export interface ServiceObjects {
  readonly service: string;
  readonly namespace: string;
  readonly destinationRule?: DesiredObject;
  readonly virtualService?: DesiredObject;
  readonly authorizationPolicy?: DesiredObject;
  readonly peerAuthentication?: DesiredObject;
  readonly known: KnownService;
  /** The port of the Service, if that is known. */
  readonly port?: number;
}

/**
 * Objects about a service, which may be what an adopted service says: all of them, or only those about its traffic, or those about who may
 * call it.
 */
export function serviceGroups(about: ServiceObjects): Group[] {
  const { destinationRule, virtualService, authorizationPolicy, peerAuthentication, ...rest } = about;
  const traffic = { destinationRule, virtualService };
  const access = { authorizationPolicy, peerAuthentication };
  return [{ ...traffic, ...access }, traffic, access].map(objects => groupOf({ ...rest, ...objects })).filter(({ objects }) => objects.length > 0);
}

function groupOf(about: ServiceObjects): Group {
  const objects = [about.destinationRule, about.virtualService, about.authorizationPolicy, about.peerAuthentication].flatMap(object => object ?? []);
  return { objects, namespace: about.namespace, proposals: names => SAYINGS.map(said => adopted(about, names, said)) };
}

const SAYINGS: readonly SaidRoutes[] = [false, true].flatMap(order => [false, true].map(target => ({ order, target })));

function adopted(about: ServiceObjects, names: ConstantNames, said: SaidRoutes): Proposal {
  const { service, destinationRule, virtualService } = about;
  const access = accessOf(about);
  const host = `${service}.${about.namespace}.svc.cluster.local`;
  const routes = virtualService && specOf(virtualService);
  requireHosts(destinationRule && specOf(destinationRule), routes, host);
  const port = firstPort(routes?.blocks('http') ?? [], host) ?? about.port;
  if (port === undefined) {
    throw new NotLifted('no route or Service shows the port of the service');
  }
  const itself = name(names.of(service));
  const versions = new Versions(service, names);
  const calls = [
    ...(destinationRule === undefined ? [] : ruleCalls(specOf(destinationRule), { itself, versions })),
    ...(routes === undefined ? [] : routeCalls(routes, { host, port, itself, version: version => versions.used(version) }, said)),
    ...access.verbs.map(verb => callOf(member(itself, 'access'), verb)),
  ];
  const more = [...versions.statements(itself, new Set(calls.flatMap(rootsOf))), ...calls.map(code => ({ code }))];
  const code = call('MeshService.adopt', name('this'), literal(service), mapping([['port', literal(port)], ['podLabels', access.podLabels]]));
  return {
    construct: 'MeshService.adopt',
    ids: [service],
    statements: inRow([{ code, constant: more.length === 0 ? undefined : names.of(service) }, ...more]),
  };
}

function inRow(statements: readonly Statement[]): Statement[] {
  return statements.map((statement, index) => ({ ...statement, continues: index > 0 }));
}

function specOf({ value }: DesiredObject): Block {
  return new Block(value.spec ?? {}, 'spec');
}

function callOf(owner: Code, [verb, ...args]: Verb): Code {
  return call(member(owner, verb), ...args);
}

interface SaidAccess {
  readonly verbs: readonly Verb[];
  readonly podLabels?: Code;
}

/** Who may call a service, and by which labels its pods are known. */
function accessOf({ authorizationPolicy, peerAuthentication, known }: ServiceObjects): SaidAccess {
  const policies = [authorizationPolicy, peerAuthentication].flatMap(object => (object === undefined ? [] : [specOf(object)]));
  const labels = Object.entries(policies[0]?.block('selector')?.texts('matchLabels') ?? {});
  return {
    verbs: [
      ...(authorizationPolicy === undefined ? [] : accessWords(specOf(authorizationPolicy), known)),
      ...(peerAuthentication === undefined ? [] : safetyWords(specOf(peerAuthentication))),
    ],
    podLabels: labels.length === 0 ? undefined : mapping(labels.map(([key, value]) => [key, literal(value)] as const)),
  };
}

type Statement = Omit<ChartStatement, 'comments'>;

interface RuleTargets {
  readonly itself: Code;
  readonly versions: Versions;
}

/** What a DestinationRule says of the service and of its versions. */
function ruleCalls(rule: Block, { itself, versions }: RuleTargets): Code[] {
  return wholly(rule, () => {
    rule.take('host');
    const ofVersions = rule.blocks('subsets').flatMap(subset => wholly(subset, () => {
      const version = subset.text('name') ?? '';
      versions.add(version, subset.texts('labels'));
      const policy = subset.block('trafficPolicy');
      return policy === undefined ? [] : policyWords(policy).map(verb => callOf(member(versions.used(version), 'policy'), verb));
    }));
    const policy = rule.block('trafficPolicy');
    return [...ofVersions, ...(policy === undefined ? [] : policyWords(policy).map(verb => callOf(member(itself, 'traffic'), verb)))];
  });
}

function routeCalls(routes: Block, targets: RouteTargets, said: SaidRoutes): Code[] {
  return wholly(routes, () => {
    return routeWords(routes.blocks('http'), targets, said).map(verb => callOf(member(targets.itself, 'traffic'), verb));
  });
}

/** A short host depends on the namespace of whoever reads it, so that ours always says the full name. */
function requireHosts(rule: Block | undefined, routes: Block | undefined, host: string): void {
  const hosts = routes === undefined ? [host] : routes.take('hosts');
  if (!Array.isArray(hosts) || hosts.length !== 1) {
    throw new NotLifted('spec.hosts does not contain exactly one host');
  }
  const [path, said] = rule !== undefined && rule.text('host') !== host ? ['spec.host', rule.text('host')] : ['spec.hosts[0]', String(hosts[0])];
  if (said !== host) {
    throw new NotLifted(`${path} is "${said}", but the construct renders "${host}"`);
  }
}

/** The port of the first route to the service. */
function firstPort(rules: readonly Block[], host: string): number | undefined {
  const destinations = rules.flatMap(rule => rule.blocks('route').flatMap(route => route.block('destination') ?? []));
  return destinations.filter(destination => destination.text('host') === host).map(destination => destination.block('port')?.number('number'))
    .find(port => port !== undefined);
}

/** The versions of a service, and the constants of those that something is said of. */
class Versions {
  private readonly labels = new Map<string, Readonly<Record<string, string>>>();
  private readonly constants = new Map<string, string>();

  constructor(private readonly service: string, private readonly names: ConstantNames) {}

  public add(version: string, labels: Readonly<Record<string, string>>): void {
    this.labels.set(version, labels);
  }

  public used(version: string): Code {
    if (!this.labels.has(version)) {
      throw new NotLifted(`the subset "${version}" is in no DestinationRule of the service`);
    }
    const constant = this.constants.get(version) ?? this.names.of(`${this.service}-${version}`);
    this.constants.set(version, constant);
    return name(constant);
  }

  /** @param used names that something is said of */
  public statements(service: Code, used: ReadonlySet<string>): Statement[] {
    return [...this.labels].map(([version, labels]) => {
      const constant = this.constants.get(version) ?? '';
      const isUsual = Object.keys(labels).join() === 'version' && labels.version === version;
      const said = isUsual ? [] : [mapping(Object.entries(labels).map(([key, value]) => [key, literal(value)] as const))];
      return { code: call(member(service, 'addVersion'), literal(version), ...said), constant: used.has(constant) ? constant : undefined };
    });
  }
}
