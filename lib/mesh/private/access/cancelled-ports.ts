import { MutualTls } from '../../mutual-tls';
import type { PortIntent } from '../hosts/service-ports';
import type { AccessRuleIntent } from './access-intent';
import { provesItself } from './proof-problems';

/** A service that lets in only whom it names. */
export interface GuardedPorts {
  readonly place: string;
  readonly ports: readonly PortIntent[];
  /** who is let in by what is said of it, and by gateways and routes that lead here */
  readonly allow: readonly AccessRuleIntent[];
  /** who is let in by what is said of more pods */
  readonly wider: readonly AccessRuleIntent[];
  readonly modesOf: (ports: readonly number[]) => readonly MutualTls[];
}

/** Ports that take plain text alone, in which nobody says who he is, where whoever is let in is told by that: nobody gets in there. */
export function cancelledPorts({ place, ports, allow, wider, modesOf }: GuardedPorts): string[] {
  const dead = ports.filter(({ targetPort }) => (
    modesOf([targetPort]).every(mode => mode === MutualTls.DISABLED)
    && allow.some(rule => isFor(rule, targetPort))
    && [...allow, ...wider].every(rule => !isFor(rule, targetPort) || provesItself(rule.caller))
  ));
  const options = ports.length === 1 ? '' : `, { ports: [${dead.map(({ port }) => port).join(', ')}] }`;
  return dead.length === 0 ? [] : [
    `${place}: accepts only plain text at port ${dead.map(({ port }) => port).join(' and ')}, which does not identify callers, but lets in only identified callers there, so nobody gets in. Leave out MutualTls.DISABLED, or use access.allowFrom(Caller.anyone()${options}).`,
  ];
}

function isFor({ asked: { ports } }: AccessRuleIntent, port: number): boolean {
  return ports === undefined || ports.includes(port);
}
