import type { AskedIntent } from './access-intent';
import type { CallerIntent } from './caller-intent';
import { provesItself } from './proof-problems';

/** What shows of those who come to some pods. */
export enum Shown {
  /** who calls, by mutual TLS of the mesh, and what is asked for */
  CALLERS = 'callers',
  /** what is asked for, by whoever it is: clients are outside of the mesh */
  REQUESTS = 'requests',
  /** connections alone, since their TLS is passed on unread */
  CONNECTIONS = 'connections',
}

/** @throws when something is said of callers that would never show, so that nobody would be meant */
export function requireShown(rules: { readonly callers?: readonly CallerIntent[]; readonly asked?: AskedIntent }, shown: Shown, place: string): void {
  const { asked, callers = [] } = rules;
  if (shown !== Shown.CALLERS && callers.some(provesItself)) {
    throw new Error(`${place}: ${REASONS[shown]}, so no caller is identified by mutual TLS of the mesh, and this would match nobody. Set it on the services behind it, or name callers by ${SHOWN_BY[shown]}.`);
  }
  if (shown === Shown.CONNECTIONS && (isOfRequests(asked) || callers.some(isToldByRequests))) {
    throw new Error(`${place}: ${REASONS[shown]}, so requests are not visible, and rules for them would match nothing, or every connection. Set it on the services behind it, or terminate TLS here.`);
  }
}

/** Whether something is asked for that connections do not have. */
export function isOfRequests({ ports: _, ...asked }: AskedIntent = {}): boolean {
  return Object.values(asked).some(said => said !== undefined);
}

/** Whether a caller is told by what connections do not have. */
export function isToldByRequests({ address, token }: CallerIntent): boolean {
  return token !== undefined || address?.of === 'client';
}

const REASONS = {
  [Shown.REQUESTS]: 'clients come from outside the mesh',
  [Shown.CONNECTIONS]: 'TLS is passed through',
} as const;

const SHOWN_BY = {
  [Shown.REQUESTS]: 'Caller.clientCidr, Caller.cidr or Caller.token',
  [Shown.CONNECTIONS]: 'Caller.cidr',
} as const;
