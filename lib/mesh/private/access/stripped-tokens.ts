import { IConstruct } from 'constructs';
import type { ICaller } from '../../caller';
import type { IWorkload } from '../../workload';
import type { AccessRules } from './access-rules';
import type { JwtIssuerIntent } from './caller-intent';
import { widerRules } from './wider-rules';

/** Somebody whose requests need tokens. */
export interface TokenReceiver {
  /** path of the construct */
  readonly place: string;
  /** by scope that asks for them, the issuers one of whose tokens is enough there */
  readonly required: ReadonlyArray<readonly JwtIssuerIntent[]>;
}

/** Whether a gateway takes a token out of requests that is asked for where it sends them, so that none gets in. */
export function strippedProblems({ place, required }: TokenReceiver, senders: readonly ICaller[]): string[] {
  const asked = required.filter(issuers => issuers.length > 0);
  const gateways = asked.length === 0 ? [] : senders.filter(isGateway);
  return gateways.flatMap(gateway => {
    const read = issuersReadAt(gateway);
    const lost = asked.find(issuers => issuers.every(issuer => isStripped(issuer, read)));
    return lost === undefined ? [] : [
      `${place}: requires a token of "${lost.map(({ issuer }) => issuer).sort().join('" or "')}", and the gateway "${gateway.node.path}" verifies it and removes it from the requests that it sends here, so all of them are refused. Set forwardToken: true on the JwtIssuer there, or require it at only one of the two.`,
    ];
  }).sort();
}

type RuledGateway = ICaller & IConstruct & IWorkload & { readonly access: { readonly _rules: AccessRules } };

function isGateway(sender: ICaller): sender is RuledGateway {
  return (sender as Partial<RuledGateway>).access?._rules.kind === 'gateway';
}

/** Those of the gateway, and those of wider scopes, which hold for its pods as well. */
function issuersReadAt(gateway: RuledGateway): JwtIssuerIntent[] {
  const { access: { _rules: own } } = gateway;
  return [own, ...widerRules(gateway, gateway._workload().namespace)].flatMap(rules => rules.readIssuers);
}

/** A proxy takes no token out of a cookie, and finds one of another place where nobody looks for it here. */
function isStripped({ issuer, places }: JwtIssuerIntent, read: readonly JwtIssuerIntent[]): boolean {
  const readers = read.filter(other => other.issuer === issuer);
  const isKept = (reader: JwtIssuerIntent): boolean => reader.forwards || isElsewhere(reader.places) || textOf(reader.places) !== textOf(places);
  return readers.length > 0 && !readers.some(isKept);
}

function isElsewhere(places: JwtIssuerIntent['places']): boolean {
  return places !== undefined && places.cookies.length + places.parameters.length > 0;
}

function textOf(thing: unknown): string {
  return JSON.stringify(thing) ?? '';
}
