import { Duration } from 'cdk8s';
import { IConstruct } from 'constructs';
import type { HttpMethod } from '../http-method';
import type { Percent } from '../percent';
import type { TextMatch } from '../text-match';
import type { TrafficPolicyIntent } from './policy/traffic-policy-intent';
import type { Conditions } from './routing/conditions';
import type { Layer } from './routing/layer';

// What constructs have been told, as plain data: all that a provider gets to know. Hosts are full names.

/** Where requests come to: a port of a host. What belongs to the host sends them on to its port of the same number. */
export interface Arrival {
  readonly host: string;
  readonly port: number;
  /** what the mesh sees of it; undefined: not known */
  readonly layer?: Layer;
  /** the construct that says where it goes; undefined: that was asked before */
  readonly from?: IConstruct;
}

/** Where requests go. */
export interface DestinationIntent {
  readonly host: string;
  readonly port: number;
  /** a version of the host; undefined for all of it */
  readonly subset?: string;
  /** a host that stands for the version alone, if there is one */
  readonly versionHost?: string;
  /** its share of a hundred; undefined for the only destination */
  readonly weight?: number;
  /** the `Host` header of requests that are sent there; undefined: as the client sent it */
  readonly hostHeader?: string;
  /** by which clients get there again; undefined: they do not */
  readonly memory?: MemoryIntent;
  /** the host outside that is meant, where this is the gateway by which requests for it leave: it knows them by this name alone */
  readonly outsideHost?: string;
}

/** What tells a client where it was, and how its next request tells it. */
export interface MemoryIntent {
  readonly answer: HeaderChangesIntent;
  readonly conditions: Conditions;
}

/** When a request is sent once more. */
export interface RetryIntent {
  /** whether nobody has said so: where it cannot be said, it may be left out */
  readonly isUsual?: boolean;
  readonly attempts: number;
  readonly backoff?: Duration;
  readonly perTryTimeout?: Duration;
  readonly remoteLocalities?: boolean;
  readonly conditions: readonly string[];
  /** whether a request may be repeated that somebody has processed, and that does harm by itself: somebody says that it does none here */
  readonly repeatsProcessed?: boolean;
}

/** Copies of requests, whose answers nobody waits for. */
export interface MirrorIntent {
  readonly destination: DestinationIntent;
  readonly percent: Percent;
}

/** What goes wrong on purpose. */
export interface FaultIntent {
  readonly delay?: { readonly percent: Percent; readonly duration: Duration };
  readonly abort?: AbortIntent;
}

/** An answer in place of the service's. */
export type AbortIntent = { readonly percent: Percent } & ({ readonly status: number } | { readonly grpcStatus: string });

/** Where a client is told to go instead; what is absent stays as it is. */
export interface RedirectIntent {
  readonly host?: string;
  readonly path?: string;
  readonly port?: number;
  readonly scheme?: string;
  readonly status: number;
}

/** An answer that comes from the mesh itself. */
export interface ResponseIntent {
  readonly status: number;
  readonly body?: string;
}

/** What stands in place of a path, or of its beginning, a path above it. */
export interface PathRewriteIntent {
  /** what is replaced, while what lies below it stays; undefined: all of the path */
  readonly below?: string;
  readonly to: string;
}

/** What a service gets to see instead of what the client sent. */
export interface RewriteIntent {
  readonly host?: string;
  readonly path?: PathRewriteIntent;
}

/** What is changed of headers, whose names are in lower case. */
export interface HeaderChangesIntent {
  readonly add: Readonly<Record<string, string>>;
  readonly remove: readonly string[];
  readonly set: Readonly<Record<string, string>>;
}

/** Which pages of other origins a browser lets call a service. */
export interface CorsIntent {
  readonly origins: readonly TextMatch[];
  readonly methods?: readonly HttpMethod[];
  readonly headers?: readonly string[];
  readonly exposed?: readonly string[];
  readonly maxAge?: Duration;
  readonly credentials?: boolean;
  /** whether preflights of other origins are answered, instead of sent on */
  readonly ignoresForeign?: boolean;
}

/** Requests are sent on. */
export interface ForwardAction {
  readonly destinations: readonly DestinationIntent[];
  readonly mirrors?: readonly MirrorIntent[];
  readonly fault?: FaultIntent;
  readonly timeout?: Duration;
  readonly retry?: RetryIntent;
  readonly rewrite?: RewriteIntent;
  readonly requestHeaders?: HeaderChangesIntent;
  readonly responseHeaders?: HeaderChangesIntent;
  readonly cors?: CorsIntent;
}

/** Clients are told to go elsewhere. */
export interface RedirectAction {
  readonly redirect: RedirectIntent;
}

/** Requests are answered by the mesh. */
export interface RespondAction {
  readonly response: ResponseIntent;
}

/** Another team says what is done with requests. */
export interface DelegateAction {
  readonly delegate: DelegateIntent;
}

/** The routes of another team. */
export interface DelegateIntent {
  readonly namespace: string;
  readonly name: string;
}

/** What is done with requests: one of the four, and nothing of another. */
export type ActionIntent = ForwardAction | RedirectAction | RespondAction | DelegateAction;

/** One rule: which requests it takes, and what is done with them. */
export type RuleIntent = ActionIntent & {
  readonly name: string;
  /** whether it repeats another rule, for requests that would come to a fault first */
  readonly isOfFault?: boolean;
  /** none: all that no rule before it has taken */
  readonly alternatives: readonly Conditions[];
};

/** Where connections go whose requests the mesh does not see. */
export interface ConnectionRuleIntent {
  /** undefined: at whichever port */
  readonly port?: number;
  /** the names that clients ask for by TLS; undefined: the connection need not be TLS */
  readonly names?: readonly string[];
  /** whose connections they are; none: everybody's */
  readonly sources: readonly SourceIntent[];
  readonly destinations: readonly DestinationIntent[];
}

/** Who makes a connection. */
export type SourceIntent = Pick<Conditions, 'sourceLabels' | 'sourceNamespace'>;

/** All rules for some hosts, in the order in which they are tried. */
export interface HostRulesIntent {
  /** none: whose rules refer to these says for which */
  readonly hosts: readonly string[];
  /** `namespace/name` of the gateways that the requests come in by; none: they come from the mesh itself */
  readonly gateways?: readonly string[];
  /** whether they hold only for callers in their own namespace */
  readonly isPrivate?: boolean;
  readonly rules: readonly RuleIntent[];
  readonly connections?: readonly ConnectionRuleIntent[];
  /** of rules for callers in the mesh: how what they send to a gateway leaves it; undefined: it does not leave by a gateway */
  readonly leaving?: LeavingIntent;
}

/** What a gateway does with what is to leave the mesh by it. */
export interface LeavingIntent {
  /** `namespace/name` */
  readonly gateway: string;
  /** the port that it comes to */
  readonly port: number;
  /** the name that clients ask for by TLS, where the gateway passes that on; undefined: it reads requests */
  readonly serverName?: string;
  readonly destination: DestinationIntent;
}

/** A part of a host's workloads. */
export interface SubsetIntent {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly policy?: TrafficPolicyIntent;
}

/** How connections to a host are made. */
export interface HostPolicyIntent {
  readonly host: string;
  /** the host of the service whose version it stands for; undefined: it is a service itself */
  readonly versionOf?: string;
  /** whether it holds only for callers in its own namespace */
  readonly isPrivate?: boolean;
  readonly policy?: TrafficPolicyIntent;
  /** by port of the Service */
  readonly ports: ReadonlyMap<number, TrafficPolicyIntent>;
  readonly subsets: readonly SubsetIntent[];
}
