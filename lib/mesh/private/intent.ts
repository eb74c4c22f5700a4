import { Duration } from 'cdk8s';
import type { Percent } from '../percent';
import type { Conditions } from './conditions';
import type { TrafficPolicyIntent } from './traffic-policy-intent';

// What constructs have been told, as plain data: all that a provider gets to know. Hosts are full names.

/** Where requests go. */
export interface DestinationIntent {
  readonly host: string;
  readonly port: number;
  /** a version of the host; undefined for all of it */
  readonly subset?: string;
  /** its share of a hundred; undefined for the only destination */
  readonly weight?: number;
}

/** When a request is sent once more. */
export interface RetryIntent {
  readonly attempts: number;
  readonly backoff?: Duration;
  readonly perTryTimeout?: Duration;
  readonly remoteLocalities?: boolean;
  readonly conditions: readonly string[];
}

/** Copies of requests, whose answers nobody waits for. */
export interface MirrorIntent {
  readonly destination: DestinationIntent;
  readonly percent: Percent;
}

/** What goes wrong on purpose. */
export interface FaultIntent {
  readonly delay?: { readonly percent: Percent; readonly duration: Duration };
  readonly abort?: { readonly percent: Percent; readonly status: number };
}

/** What is done with requests. */
export interface ActionIntent {
  readonly destinations: readonly DestinationIntent[];
  readonly mirrors?: readonly MirrorIntent[];
  readonly fault?: FaultIntent;
  readonly timeout?: Duration;
  readonly retry?: RetryIntent;
}

/** One rule: which requests it takes, and what is done with them. */
export interface RuleIntent extends ActionIntent {
  readonly name: string;
  /** none: all that no rule before it has taken */
  readonly alternatives: readonly Conditions[];
}

/** All rules for some hosts, in the order in which they are tried. */
export interface HostRulesIntent {
  readonly hosts: readonly string[];
  /** `namespace/name` of the gateways that the requests come in by; none: they come from the mesh itself */
  readonly gateways?: readonly string[];
  readonly rules: readonly RuleIntent[];
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
  readonly policy?: TrafficPolicyIntent;
  /** by port of the Service */
  readonly ports: ReadonlyMap<number, TrafficPolicyIntent>;
  readonly subsets: readonly SubsetIntent[];
}
