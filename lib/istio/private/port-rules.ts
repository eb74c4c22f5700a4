import type { ForwardAction, RuleIntent } from '../../mesh/private/intent';
import { saidAlternatives } from '../../mesh/private/routing/conditions';
import { withoutPort } from '../../mesh/private/routing/ruled-port';

/** The rules for one port. */
export interface PortRules {
  /** undefined: they hold for every port */
  readonly port?: number;
  readonly rules: readonly RuleIntent[];
}

/** Rules by port, without the ports of which they say what is so anyway. At least one is left. */
export function portRules(rules: readonly RuleIntent[], host: string): PortRules[] {
  const ports = [...new Set(rules.flatMap(({ alternatives }) => saidAlternatives(alternatives).map(({ port }) => port)))];
  const all = ports.map(port => ({ port, rules: rules.flatMap(rule => atPort(rule, port)) }));
  const said = all.filter(({ port, rules: [first, ...others] }) => others.length > 0 || !isAnyway(first, host, port));
  return said.length === 0 ? all.slice(0, 1) : said;
}

function atPort(rule: RuleIntent, port: number | undefined): RuleIntent[] {
  const here = saidAlternatives(rule.alternatives).filter(conditions => conditions.port === port);
  return here.length === 0 ? [] : [{ ...rule, alternatives: here.map(withoutPort) }];
}

/** Whether a rule sends requests where they go without it, and does nothing else with them. */
function isAnyway(rule: RuleIntent, host: string, port: number | undefined): boolean {
  if (!('destinations' in rule)) {
    return false;
  }
  const { alternatives: _, destinations: [first, ...others], name: __, ...action } = rule;
  const { host: to, port: at, ...more } = first;
  return others.length === 0 && to === host && at === port && isUnsaid(more) && isUnsaid(changes(action));
}

/** What is usual need not be said. */
function changes({ mirrors = [], retry, ...action }: Omit<ForwardAction, 'destinations'>): object {
  return { ...action, mirrors: mirrors.length === 0 ? undefined : mirrors, retry: retry?.isUsual === true ? undefined : retry };
}

function isUnsaid(said: object): boolean {
  return Object.values(said).every(value => value === undefined);
}
