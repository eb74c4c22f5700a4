import type { PortIntent } from '../hosts/service-ports';
import type { AccessRuleIntent } from './access-intent';
import type { CallerIntent } from './caller-intent';
import { isDenied, PassingIntent } from './passed-rules';
import { callerCovers, ruleCovers } from './rule-covers';

/** A service that others send requests on to. */
export interface ReceivingIntent {
  /** path of the construct */
  readonly place: string;
  /** whether only those are let in who are said to be */
  readonly isGuarded: boolean;
  /** who is let in by what is said of it */
  readonly allow: readonly AccessRuleIntent[];
  readonly deny: readonly AccessRuleIntent[];
  /** names of the issuers one of whose tokens is asked for where such requests come */
  readonly required: readonly string[];
  readonly asks?: string;
}

/** What a service says of callers that does not hold for the requests that it sends on: policies hold where requests arrive. */
export function passingProblems(sender: PassingIntent, receiver: ReceivingIntent): string[] {
  const { place } = receiver;
  const from = `${place}: gets requests that "${sender.place}" forwards,`;
  if (receiver.isGuarded && sender.isOpen && !receiver.allow.some(rule => ruleCovers(rule, EVERYBODY))) {
    return [`${from} where everyone may call, but refuses callers that are not named here. Set there who may call, or use access.allowFrom(Caller.anyone()) here.`];
  }
  const callers = sender.isOpen ? [{}] : sender.allow.map(({ caller }) => caller).filter(caller => !isDenied(caller, sender));
  return callers.length === 0 ? [] : [
    ...tokenlessPorts(sender, receiver).slice(0, 1).map(port => (
      `${from} also those of its port ${port}, where no token is required, but refuses them. Use access.requireJwt with the same issuers here if that is intended, or access.allowFrom for those callers.`
    )),
    ...sender.deny.some(denial => getsIn(denial, callers, receiver))
      ? [`${from} also those of callers that are denied there, because they cannot be distinguished here. Use access.denyFrom for the same callers here, or access.allowFrom if they may call it.`] : [],
    ...lacksTokens(sender, receiver)
      ? [`${from} also those without the tokens that are required there. Use access.requireJwt with the same issuers here.`] : [],
    ...sender.asks !== (sender.asks && receiver.asks)
      ? [`${from} and does not ask "${sender.asks}" about them, as that does. Use access.askAuthorizer with the same authorizer here.`] : [],
  ];
}

const EVERYBODY: AccessRuleIntent = { caller: {}, asked: {} };

/** Whether somebody who is denied comes in with others. Who may come in anyway is let in by nobody else. */
function getsIn(denial: AccessRuleIntent, callers: readonly CallerIntent[], { allow, deny, isGuarded }: ReceivingIntent): boolean {
  const mayCome = isGuarded ? allow.some(rule => ruleCovers(rule, { caller: denial.caller, asked: {} })) : denial.caller.token === undefined;
  return !mayCome && !deny.some(rule => ruleCovers(rule, { caller: denial.caller, asked: { methods: denial.asked.methods } }))
    && callers.some(caller => !areApart(caller, denial.caller));
}

/** Whether nobody can be both. What cannot be told is not apart. */
export function areApart(one: CallerIntent, other: CallerIntent): boolean {
  const [namespaces, others] = [one, other].map(({ identity, namespaces: named }) => named ?? (identity && [identity.namespace]));
  return (one.identity !== undefined && other.identity !== undefined && !callerCovers({ identity: one.identity }, other))
    || (namespaces !== undefined && others !== undefined && !namespaces.some(name => others.includes(name)));
}

/** The ports of the sender at which somebody is let in without a token, and not here. */
function tokenlessPorts(sender: PassingIntent, receiver: ReceivingIntent): number[] {
  if (!receiver.isGuarded || requiresSame(sender, receiver)) {
    return [];
  }
  const lost = sender.allow.filter(({ caller }) => (
    caller.token === undefined && !isDenied(caller, sender) && !receiver.allow.some(rule => ruleCovers(rule, { caller, asked: {} }))
  ));
  const isLost = ({ targetPort }: PortIntent): boolean => lost.some(({ asked: { ports } }) => ports?.includes(targetPort) ?? true);
  return sender.tokenless.filter(isLost).map(({ port }) => port);
}

function requiresSame({ required }: PassingIntent, receiver: ReceivingIntent): boolean {
  return receiver.required.length > 0 && receiver.required.every(name => required.some(({ issuer }) => issuer === name));
}

/** Where only those get in who are let in, it is the tokens by which they are. */
function lacksTokens(sender: PassingIntent, receiver: ReceivingIntent): boolean {
  return !receiver.isGuarded && sender.required.length > 0 && !requiresSame(sender, receiver);
}
