import { call, Code, literal, Mapping, mapping, member } from '../code/code';
import { Block, NotLifted, wholly } from './block';
import { matchWord } from './match-words';
import type { Verb } from './policy-words';
import { retryWord } from './retry-words';
import { durationWord, literalWord, percentWord } from './words';

/** What routes lead to. */
export interface RouteTargets {
  readonly host: string;
  readonly port: number;
  readonly itself: Code;
  readonly version: (name: string) => Code;
}

interface Rule {
  readonly name?: string;
  readonly match?: Code;
  readonly target: Code | readonly WeightedCode[];
  readonly timeout?: Code;
  readonly retry?: Code;
  readonly fault?: Mapping;
  readonly mirrors: ReadonlyArray<readonly [target: Code, percent: Code]>;
  readonly priority?: number;
}

interface WeightedCode {
  readonly target: Code;
  readonly weight: number;
}

/** What is said though it may go without saying. */
export interface SaidRoutes {
  /** Where requests go that no route takes, though that is one version. */
  readonly target: boolean;
  /** Which of two routes comes first. */
  readonly order: boolean;
}

/** What the rules of a VirtualService say, as verbs of `traffic`. @throws NotLifted */
export function routeWords(rules: readonly Block[], targets: RouteTargets, said: SaidRoutes): Verb[] {
  const all = rules.map(rule => ruleOf(rule, targets));
  const last = all.at(-1);
  if (last === undefined || last.match !== undefined || all.slice(0, -1).some(({ match }) => match === undefined)) {
    throw new NotLifted('the last rule of spec.http, and only the last, must match all remaining requests');
  }
  const routes = all.slice(0, -1);
  return [
    ...(said.target || Array.isArray(last.target) ? [sendTo(last.target)] : []),
    ...(last.timeout === undefined ? [] : [['timeout', last.timeout] as const]),
    ...(last.retry === undefined ? [] : [['retry', last.retry] as const]),
    ...last.mirrors.map(([target, percent]) => ['mirrorTo', target, percent] as const),
    ...routes.map((rule, index) => routeVerb({ ...rule, priority: said.order ? routes.length - index : undefined }, last)),
  ];
}

function sendTo(target: Rule['target']): Verb {
  if (!isSplit(target)) {
    return ['sendTo', target];
  }
  const [stable, canary] = target;
  return target.length === 2
    ? ['split', mapping([['stable', stable.target], ['canary', canary.target], ['weight', call('Weight.percent', literal(canary.weight))]])]
    : ['sendTo', splitWord(target)];
}

function isSplit(target: Rule['target']): target is readonly WeightedCode[] {
  return Array.isArray(target);
}

function splitWord(parts: readonly WeightedCode[]): Code {
  return call('Split.between', ...parts.map(({ target, weight }) => call(member(target, 'weighted'), call('Weight.percent', literal(weight)))));
}

function routeVerb({ name = '', match, target, timeout, retry, fault, mirrors, priority }: Rule, rest: Rule): Verb {
  const rank = ['priority', literalWord(priority)] as const;
  if (fault !== undefined) {
    return ['injectFault', literal(name), match!, mapping([...fault.entries, rank])];
  }
  if (mirrors.length > 0 && JSON.stringify(mirrors) !== JSON.stringify(rest.mirrors)) {
    throw new NotLifted(`the rule "${name}" has its own mirrors`);
  }
  const options = mapping([
    ['timeout', isSame(timeout, rest.timeout) ? undefined : timeout],
    ['retry', isSame(retry, rest.retry) ? undefined : retry],
    rank,
  ]);
  const to = isSplit(target) ? splitWord(target) : target;
  return ['route', literal(name), match!, to, ...(options.entries.length === 0 ? [] : [options])];
}

function isSame(a: Code | undefined, b: Code | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function ruleOf(rule: Block, targets: RouteTargets): Rule {
  return wholly(rule, () => {
    const match = rule.blocks('match');
    const retries = rule.block('retries');
    const fault = rule.block('fault');
    return {
      name: rule.text('name'),
      match: match.length === 0 ? undefined : matchWord(match),
      target: targetOf(rule.blocks('route'), rule, targets),
      timeout: durationWord(rule.text('timeout'), `${rule.path}.timeout`),
      retry: retries && retryWord(retries),
      fault: fault && faultWord(fault),
      mirrors: rule.blocks('mirrors').map(mirror => wholly(mirror, () => {
        const percent = mirror.block('percentage');
        return [destination(mirror.block('destination'), mirror, targets), percentWord(percent === undefined ? 100 : wholly(percent, valueOf))!] as const;
      })),
    };
  });
}

function valueOf(percent: Block): number {
  return percent.number('value') ?? 0;
}

function targetOf(routes: readonly Block[], rule: Block, targets: RouteTargets): Rule['target'] {
  const parts = routes.map(route => wholly(route, () => (
    { target: destination(route.block('destination'), route, targets), weight: route.number('weight') }
  )));
  const [first] = parts;
  if (first === undefined) {
    throw new NotLifted(`no construct supports ${rule.path} without routes`);
  }
  return parts.length === 1 && first.weight === undefined ? first.target : parts.map(({ target, weight = 0 }) => ({ target, weight }));
}

function destination(block: Block | undefined, holder: Block, targets: RouteTargets): Code {
  if (block === undefined) {
    throw new NotLifted(`${holder.path} has no destination`);
  }
  return wholly(block, () => {
    const host = block.text('host') ?? '';
    const subset = block.text('subset');
    const portBlock = block.block('port');
    const port = portBlock && wholly(portBlock, () => portBlock.number('number'));
    if (port === undefined) {
      throw new NotLifted(`${block.path}.port is missing, but constructs always set it`);
    }
    if (host !== targets.host) {
      return otherHost(host, { port, subset, path: block.path });
    }
    const target = subset === undefined ? targets.itself : targets.version(subset);
    return port === targets.port ? target : call(member(target, 'atPort'), literal(port));
  });
}

function otherHost(host: string, { port, subset, path }: { readonly port: number; readonly subset?: string; readonly path: string }): Code {
  if (subset !== undefined) {
    throw new NotLifted(`${path} is a version of another service`);
  }
  return call('MeshService.fromHost', literal(host), literal(port));
}

function faultWord(fault: Block): Mapping {
  return wholly(fault, () => {
    const { abort, delay } = { abort: fault.block('abort'), delay: fault.block('delay') };
    return mapping([
      ['abort', abort && wholly(abort, () => mapping([['percent', percentOf(abort)], ['status', literalWord(abort.number('httpStatus'))]]))],
      ['delay', delay && wholly(delay, () => mapping([
        ['percent', percentOf(delay)], ['duration', durationWord(delay.text('fixedDelay'), `${delay.path}.fixedDelay`)],
      ]))],
    ]);
  });
}

function percentOf(block: Block): Code | undefined {
  const percentage = block.block('percentage');
  return percentWord(percentage && wholly(percentage, valueOf));
}
