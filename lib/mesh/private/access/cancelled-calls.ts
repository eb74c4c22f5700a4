import { IConstruct } from 'constructs';
import type { ICallee } from '../../callee';
import type { ICaller } from '../../caller';
import { ownerOf } from '../claim';
import { covers } from '../hosts/hostname';
import type { WorkloadIntent } from '../workload-intent';
import type { AccessRuleIntent } from './access-intent';
import type { AccessRules } from './access-rules';
import type { CallerIntent } from './caller-intent';
import { knownPods } from './known-pods';
import { letIn } from './let-in';
import { areApart } from './passing-problems';
import { callerCovers } from './rule-covers';
import { widerRules } from './wider-rules';

interface Called extends IConstruct {
  readonly access?: { readonly _rules: AccessRules };
  /** the gateway by which callers reach it */
  readonly _leavesBy?: Door;
  _workload?(): WorkloadIntent;
}

type Door = Pick<Called, '_workload' | 'access'> & IConstruct;

/**
 * What a service calls, and something of the same environment never lets it get to. Whom it calls without a go-between lets it in by the call.
 *
 * @param host that of the callee
 */
export function cancelledCalls(caller: ICaller & IConstruct, callee: ICallee, host: string): string[] {
  const called: Called | undefined = ownerOf(`host ${host}`, caller);
  const door: Door | undefined = called?._leavesBy ?? called;
  if (called === undefined || door === undefined || isSame(door, callee) || !keepsOut(door, caller._callers(), door === called ? undefined : host)) {
    return [];
  }
  const refuses = door === called ? ' never lets it in' : ', through which that traffic leaves, never lets it out';
  return [
    `${caller.node.path}, calls("${host}"): "${door.node.path}"${refuses}, so each call is refused. There, call access.allowFrom for "${caller.node.path}", without a rule that denies it; or leave the call out.`,
  ];
}

/** Whether none of some callers gets past a door. What cannot be told gets past it. */
function keepsOut(door: Door, callers: readonly CallerIntent[], host?: string): boolean {
  const pods = knownPods(door);
  if (door.access === undefined || pods === undefined) {
    return false;
  }
  const scopes = [door.access._rules, ...widerRules(door, pods.namespace)];
  const allow = letIn(scopes);
  const deny = scopes.flatMap(rules => rules.said('deny'));
  return callers.every(caller => (
    allow?.some(rule => meets(rule, caller, host)) === false || deny.some(rule => isWhole(rule) && callerCovers(withoutDomain(rule.caller), caller))
  ));
}

/** Whether a rule may be about a caller: tokens may come with what it calls for. */
function meets({ asked: { hosts }, caller: { token: _, ...known } }: AccessRuleIntent, caller: CallerIntent, host?: string): boolean {
  return !areApart(withoutDomain(known), caller) && (host === undefined || hosts === undefined || hosts.some(named => covers(named, host)));
}

function isWhole({ asked }: AccessRuleIntent): boolean {
  return Object.values(asked).every(said => said === undefined);
}

/** Callers of the same environment are of the same mesh. */
function withoutDomain({ identity, ...others }: CallerIntent): CallerIntent {
  if (identity === undefined) {
    return others;
  }
  const { trustDomain: _, ...account } = identity;
  return { ...others, identity: account };
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other;
}
