import type { ChartStatement } from '../chart-plan';
import { call, Code, literal, mapping, member, name } from '../code/code';
import type { DesiredObject } from '../desired-object';
import type { ConstantNames } from '../made-names';
import { Block, NotLifted, wholly } from './block';
import { policyWords, Verb } from './policy-words';
import type { Group, Proposal } from './proposal';
import { RouteTargets, routeWords } from './route-words';

/** Objects about one service, some of which are there. */
export interface ServiceObjects {
  readonly service: string;
  readonly namespace: string;
  readonly destinationRule?: DesiredObject;
  readonly virtualService?: DesiredObject;
  /** The port of the Service, if that is known. */
  readonly port?: number;
}

/** The DestinationRule and VirtualService of a service, which may be what an adopted service says of its traffic. */
export function serviceGroup(about: ServiceObjects): Group {
  const objects = [about.destinationRule, about.virtualService].flatMap(object => object ?? []);
  return { objects, namespace: about.namespace, proposals: names => [false, true].map(saysTarget => adopted(about, names, saysTarget)) };
}

function adopted(about: ServiceObjects, names: ConstantNames, saysTarget: boolean): Proposal {
  const { service, destinationRule, virtualService } = about;
  const host = `${service}.${about.namespace}.svc.cluster.local`;
  const routes = virtualService && specOf(virtualService);
  const port = firstPort(routes?.blocks('http') ?? [], host) ?? about.port;
  if (port === undefined) {
    throw new NotLifted('no route and no Service tells the port of the service');
  }
  const itself = name(names.of(service));
  const versions = new Versions(service, names);
  const calls = [
    ...(destinationRule === undefined ? [] : ruleCalls(specOf(destinationRule), { host, itself, versions })),
    ...(routes === undefined ? [] : routeCalls(routes, { host, port, itself, version: version => versions.used(version) }, saysTarget)),
  ];
  const more = [...versions.statements(itself), ...calls.map(code => ({ code }))];
  const code = call('MeshService.adopt', name('this'), literal(service), mapping([['port', literal(port)]]));
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

type Statement = Omit<ChartStatement, 'comments'>;

interface RuleTargets {
  readonly host: string;
  readonly itself: Code;
  readonly versions: Versions;
}

/** What a DestinationRule says of the service and of its versions. */
function ruleCalls(rule: Block, { host, itself, versions }: RuleTargets): Code[] {
  return wholly(rule, () => {
    requireHost(rule.text('host'), host, 'spec.host');
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

function routeCalls(routes: Block, targets: RouteTargets, saysTarget: boolean): Code[] {
  return wholly(routes, () => {
    const hosts = routes.take('hosts');
    if (!Array.isArray(hosts) || hosts.length !== 1) {
      throw new NotLifted('spec.hosts names not exactly one host');
    }
    requireHost(hosts[0], targets.host, 'spec.hosts[0]');
    return routeWords(routes.blocks('http'), targets, saysTarget).map(verb => callOf(member(targets.itself, 'traffic'), verb));
  });
}

/** A short host depends on the namespace of whoever reads it, so that ours always says the full name. */
function requireHost(said: unknown, host: string, path: string): void {
  if (said !== host) {
    throw new NotLifted(`${path} is "${String(said)}": ours says "${host}"`);
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

  public statements(service: Code): Statement[] {
    return [...this.labels].map(([version, labels]) => {
      const isUsual = Object.keys(labels).join() === 'version' && labels.version === version;
      const said = isUsual ? [] : [mapping(Object.entries(labels).map(([key, value]) => [key, literal(value)] as const))];
      return { code: call(member(service, 'addVersion'), literal(version), ...said), constant: this.constants.get(version) };
    });
  }
}
