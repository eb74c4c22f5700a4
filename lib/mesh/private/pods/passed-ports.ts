import { MutualTls } from '../../mutual-tls';
import type { AccessAction, AccessRuleIntent } from '../access/access-intent';
import type { PortIntent } from '../hosts/service-ports';

/** Ports of a service at which connections go past its proxies, and what is said of them. */
export interface PassedPorts {
  readonly place: string;
  /** of the pods */
  readonly passed: readonly number[];
  readonly ports: readonly PortIntent[];
  readonly modesAt: (ports: readonly number[]) => readonly MutualTls[];
  readonly said: (action: Extract<AccessAction, string>) => readonly AccessRuleIntent[];
}

/** What is said of ports that no proxy sees. Callers of the mesh would speak mutual TLS with a container that does not know it. */
export function passedPortProblems({ place, passed, ports, modesAt, said }: PassedPorts): string[] {
  const own = ports.filter(({ targetPort }) => passed.includes(targetPort));
  const spoken = own.filter(({ targetPort }) => modesAt([targetPort]).some(mode => mode !== MutualTls.DISABLED));
  const rules = (['allow', 'deny', 'audit'] as const).flatMap(said);
  const ruled = own.filter(({ targetPort }) => rules.some(({ asked }) => asked.ports?.includes(targetPort)));
  return [
    ...spoken.map(({ port }) => `${place}: port ${port} bypasses the proxy, but callers in the mesh would use mutual TLS there. Use access.mutualTls(MutualTls.DISABLED, ${port}).`),
    ...ruled.map(({ port }) => `${place}: port ${port} bypasses the proxy, so access rules have no effect there. Remove it from the ports of the rule, or from excludeInboundPorts.`),
  ];
}
