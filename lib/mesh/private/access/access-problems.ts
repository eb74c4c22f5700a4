import type { ICaller } from '../../caller';
import { namespaceOf } from '../platform/namespace-of';
import type { AskedIntent } from './access-intent';
import type { AccessOwner } from './access-owner';
import type { AccessRules } from './access-rules';
import { cancelledPorts } from './cancelled-ports';
import { cancelledRules } from './cancelled-rules';
import { exemptProblems } from './exempt-problems';
import { letIn } from './let-in';
import { passingProblems } from './passing-problems';
import { proofProblems } from './proof-problems';
import type { SafetyRules } from './safety-rules';
import { strippedProblems } from './stripped-tokens';
import type { TokenRules } from './token-rules';
import { untoldPortProblems } from './untold-ports';
import { widerRules } from './wider-rules';

/** Who sends requests on, and what for. */
export interface OfferedCaller {
  readonly caller: ICaller;
  readonly asked: AskedIntent;
}

/** All that is said of who may call some pods, as it is judged. */
export interface JudgedRules {
  readonly owner: AccessOwner;
  readonly rules: AccessRules;
  /** whether nobody is let in by default */
  readonly isClosed: boolean;
  readonly offered: readonly OfferedCaller[];
  readonly safety: SafetyRules;
  readonly tokens: TokenRules;
}

/** What shows only when all is said: each statement is right, and together they let in nobody, or others than they say. */
export function accessProblems(judged: JudgedRules): string[] {
  const { owner: { place }, rules, safety } = judged;
  const unproven = proofProblems({ place, allow: rules.said('allow'), deny: rules.said('deny'), modesOf: ({ asked: { ports } }) => safety.modesAt(ports) });
  return [
    ...unknownCallers(judged),
    ...safety.problems(),
    ...unreadTokens(judged),
    ...strippedTokens(judged),
    ...refusedExempt(judged),
    ...untoldPorts(judged),
    ...passedProblems(judged),
    ...unproven.length > 0 ? unproven : portsOfNobody(judged),
    ...voidRules(judged),
  ];
}

/** Somebody sends requests on, and nobody here knows who. */
function unknownCallers({ owner: { place }, rules, isClosed, offered }: JudgedRules): string[] {
  const isUnknown = isClosed && offered.length > 0 && rules.allowed().length === 0;
  return isUnknown
    ? [`${place}: gets requests that another team delegates, but their sender is not known here, so nobody is let in. Set callers where the routes are created, such as the gateway, or use access.allowFrom.`]
    : [];
}

/** Who is told by a token where requests are sent on, has to be told by it here. */
function unreadTokens({ owner: { place }, rules, tokens }: JudgedRules): string[] {
  const passed = (rules.isGuarded ? rules.passedRules() : []).flatMap(({ caller: { token } }) => token === undefined ? [] : [token.issuer.issuer]);
  const unread = [...new Set(passed)].filter(issuer => !tokens.reads(issuer)).sort();
  return unread.map(issuer => (
    `${place}: gets requests of callers identified by tokens of "${issuer}", which are not verified here, so they are not let in. Call access.acceptJwt with the same JwtIssuer.`
  ));
}

/** What is asked for at a port that a gateway sends to, here or in all of the namespace or the mesh, has to get there. */
function strippedTokens({ owner: { place, ports, scope }, rules, offered }: JudgedRules): string[] {
  return offered.flatMap(({ asked, caller }) => {
    const open = asked.ports ?? ports?.map(({ targetPort }) => targetPort);
    const required = [rules, ...widerRules(scope, namespaceOf(scope))].map(each => each.issuersRequiredAt(open));
    return strippedProblems({ place, required }, [caller]);
  });
}

/** What needs no token, and is let in nowhere. Of wider scopes, services say who is let in. */
function refusedExempt({ owner: { kind, place, pods, scope }, rules, tokens: { free } }: JudgedRules): string[] {
  if (kind === 'mesh' || kind === 'namespace' || free.paths.length + free.methods.length === 0) {
    return [];
  }
  return exemptProblems({ place, ...free, allow: letIn([rules, ...widerRules(scope, pods().namespace)]) });
}

function untoldPorts({ owner: { place, ports = [] }, rules, safety, tokens: { free, requiredNames } }: JudgedRules): string[] {
  return requiredNames.length === 0 || free.namesPorts
    ? []
    : untoldPortProblems({ place, ports, allow: rules.said('allow'), plain: safety.plainPorts, free });
}

/** What those say of callers who send requests on to these pods, and nobody says here. */
function passedProblems({ owner: { place, ports }, rules, tokens }: JudgedRules): string[] {
  const receiver = {
    place,
    isGuarded: rules.isGuarded,
    allow: rules.said('allow'),
    deny: rules.said('deny'),
    // What is sent on comes to the main port.
    required: tokens.requiredAt(ports?.slice(0, 1).map(({ targetPort }) => targetPort)).map(({ issuer }) => issuer),
    asks: rules.authorizer,
  };
  return rules.senders.passing().flatMap(sender => passingProblems(sender, receiver)).sort();
}

/** Where nobody gets in, whoever is let in. */
function portsOfNobody({ owner: { place, ports, scope }, rules, safety }: JudgedRules): string[] {
  if (ports === undefined || !rules.isGuarded) {
    return [];
  }
  const wider = widerRules(scope, namespaceOf(scope)).flatMap(each => each.said('allow'));
  return cancelledPorts({ place, ports, allow: rules.allowed(), wider, modesOf: targets => safety.modesAt(targets) });
}

/** What is denied here, or in all of the namespace or the mesh, need not be let in. */
function voidRules({ owner: { kind, place, pods, scope }, rules }: JudgedRules): string[] {
  const [said, offered] = [rules.said('allow'), rules.offeredRules()];
  if (said.length + offered.length === 0) {
    return [];
  }
  const namespace = said.length > 0 ? pods().namespace : namespaceOf(scope);
  const wider = kind === 'mesh' ? [] : widerRules(scope, namespace).filter(each => each !== rules);
  return cancelledRules(place, [...said, ...offered], [rules, ...wider].map(each => ({ place: each.place, deny: each.said('deny') })));
}
