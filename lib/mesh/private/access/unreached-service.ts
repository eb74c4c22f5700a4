import { IConstruct } from 'constructs';
import type { ICaller } from '../../caller';
import { ownerOf } from '../claim';
import type { PortIntent } from '../hosts/service-ports';
import type { WorkloadIntent } from '../workload-intent';
import type { AccessRuleIntent } from './access-intent';
import type { AccessRules } from './access-rules';
import type { CallerIntent } from './caller-intent';
import { knownPods } from './known-pods';
import { letIn } from './let-in';
import { areApart } from './passing-problems';
import { widerRules } from './wider-rules';

/** What proxies send to by themselves, since something is said of the requests that they see. */
export interface ProxyTarget {
  readonly host: string;
  /** of the Service; undefined: not known here */
  readonly port?: number;
  /** what comes of it if they are not let in: `traces would be lost` */
  readonly loss: string;
}

interface Guarded extends IConstruct {
  readonly access?: { readonly _rules: AccessRules };
}

/**
 * A service of the same environment that proxies send to by themselves lets none of them in.
 *
 * @param speaker of whose proxies it is said
 */
export function unreachedService(speaker: IConstruct, place: string, { host, port, loss }: ProxyTarget): string[] {
  const target: Guarded | undefined = ownerOf(`host ${host}`, speaker);
  const pods = target && knownPods(target);
  if (target?.access === undefined || pods === undefined) {
    return [];
  }
  const rules = letIn([target.access._rules, ...widerRules(target, pods.namespace)]);
  const known = pods.ports?.find(each => each.port === port);
  if (rules === undefined || rules.some(rule => callersOf(speaker).some(caller => takes(rule, caller, known?.targetPort)))) {
    return [];
  }
  const said = `${repairOf(speaker)}${portsOf(known, pods)}`;
  return [`${place}: proxies send to "${target.node.path}" on their own, which does not let them in, so ${loss}. There, call access.allowFrom(${said}).`];
}

function portsOf(known: PortIntent | undefined, { ports }: WorkloadIntent): string {
  return known === undefined || ports?.length === 1 ? '' : `, { ports: [${known.port}] }`;
}

/** As whom the proxies call; of all of the mesh, or where nobody here knows: as anybody. */
function callersOf(speaker: IConstruct & Partial<ICaller>): readonly CallerIntent[] {
  try {
    return speaker._callers?.() ?? [{}];
  } catch {
    return [{}];
  }
}

/** Proxies bring no tokens. */
function takes({ asked: { ports }, caller }: AccessRuleIntent, sender: CallerIntent, port?: number): boolean {
  const { identity, ...others } = caller;
  const { trustDomain: _, ...account } = identity ?? {};
  const known = identity === undefined ? others : { ...others, identity: account as NonNullable<CallerIntent['identity']> };
  return caller.token === undefined && (port === undefined || ports === undefined || ports.includes(port)) && !areApart(known, sender);
}

function repairOf(speaker: IConstruct & Partial<ICaller>): string {
  return speaker._callers === undefined ? 'Caller.anyone()' : `of "${speaker.node.path}"`;
}
