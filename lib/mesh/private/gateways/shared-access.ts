import { IConstruct } from 'constructs';
import type { AccessRuleIntent } from '../access/access-intent';
import { ruleCovers } from '../access/rule-covers';
import { compareTexts } from '../compare-texts';
import { covers } from '../hosts/hostname';
import { judgeTogether } from '../judged-together';
import type { WorkloadIntent } from '../workload-intent';

/** A gateway, and whom it lets in. */
export interface GuardedGateway {
  readonly owner: IConstruct;
  /** what is said in it holds for pods everywhere */
  readonly rootNamespace: string;
  readonly pods: () => WorkloadIntent;
  /** undefined: any */
  readonly hostnames?: readonly string[];
  /** who is said to be let in; nobody said: everybody */
  readonly said: () => readonly AccessRuleIntent[];
  /** whether something is denied at every port by what only requests have */
  readonly deniesRequests: () => boolean;
  /** whether TLS is passed on unread, so that only connections show */
  readonly passes: boolean;
}

/**
 * Makes it an error that gateways of the same pods let in others than one of them says: the mesh knows pods, and lets in whom either lets in. All are
 * looked at together, so the error is that of the environment, or of the app.
 */
export function judgeSharedAccess(guarded: GuardedGateway): void {
  judgeTogether(guarded.owner, GUARDED, guarded, problemsOf);
}

const GUARDED = Symbol.for('cdk8s-mesh.GuardedGateways');

/** A gateway as it is when all is said. */
interface Door extends Omit<GuardedGateway, 'pods' | 'said'> {
  readonly pods: WorkloadIntent;
  readonly isNarrow: boolean;
  readonly rules: readonly AccessRuleIntent[];
}

function problemsOf(all: readonly GuardedGateway[]): string[] {
  const doors = all.map(({ pods, said, ...others }): Door => {
    const rules = said();
    return { ...others, pods: pods(), isNarrow: rules.length > 0, rules: rules.length > 0 ? rules : [{ caller: {}, asked: {} }] };
  });
  const narrow = doors.filter(({ isNarrow }) => isNarrow);
  return [...passedProblems(doors), ...narrow.flatMap((door, number) => {
    const others = doors.filter(other => other !== door && !narrow.slice(0, number).includes(other));
    return others.filter(other => opens(other, door) || opens(door, other)).map(other => problemOf(door, other));
  })];
}

/** Of a denial, the mesh drops what connections do not have, and so denies more of them than is said: mostly all. */
function passedProblems(doors: readonly Door[]): string[] {
  const passing = doors.filter(({ passes }) => passes);
  return (passing.length === 0 ? [] : doors.filter(({ deniesRequests }) => deniesRequests())).flatMap(door => (
    passing.filter(other => holdsFor(door, other) || (door.pods.namespace === other.pods.namespace && holdsFor(other, door))).map(other => (
      `${door.owner.node.path}: denies by properties of requests, and "${other.owner.node.path}" has the same pods (${labelsOf(door)}) and passes TLS through. In a denial, the mesh ignores conditions that connections do not have, and would refuse these. Set the pod ports that speak HTTP: { ports: [8080] }; or set it on the services, or use podLabels of other pods.`
    ))
  ));
}

function labelsOf({ pods: { podLabels = {} } }: Door): string {
  return Object.entries(podLabels).map(pair => pair.join('=')).sort(compareTexts).join(', ');
}

function problemOf(door: Door, other: Door): string {
  const [{ owner }, labels] = [door, labelsOf(door)];
  return `${owner.node.path}: "${other.owner.node.path}" has the same pods (${labels}) but other access rules, and the mesh applies the rules of both to both. Use the same access for both, or limit each to its hostnames with hosts; or make one gateway of the two, which IngressGateway.fromName refers to from elsewhere; or use podLabels of other pods.`;
}

/** Whether what one says lets somebody in at another who is not let in there. */
function opens(one: Door, other: Door): boolean {
  return holdsFor(one, other) && one.rules.some(rule => !isElsewhere(rule, other) && !other.rules.some(known => ruleCovers(known, rule)));
}

/** Whether each of the pods of another gateway is one of its own. */
function holdsFor({ pods, rootNamespace }: Door, other: Door): boolean {
  const [labels, others] = [pods.podLabels, other.pods.podLabels];
  return labels !== undefined && others !== undefined
    && [other.pods.namespace, rootNamespace].includes(pods.namespace)
    && Object.entries(labels).every(([name, value]) => others[name] === value);
}

/** Whether a rule is about hostnames that are not served there, or ports of which nothing is said there. */
function isElsewhere({ asked: { hosts, ports } }: AccessRuleIntent, { hostnames, rules }: Door): boolean {
  const isServed = (host: string): boolean => hostnames === undefined || hostnames.some(served => covers(served, host) || covers(host, served));
  return hosts?.some(isServed) === false
    || (ports !== undefined && rules.every(({ asked }) => asked.ports !== undefined && !asked.ports.some(port => ports.includes(port))));
}
