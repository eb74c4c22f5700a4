import { nearest } from '../../nearest';
import { Findings } from '../check/findings';
import { didYouMean, shown } from '../check/wording';
import { own } from '../own';
import { amountOf } from '../syntax/quantity';
import { Fields, fieldsAt } from './steps';

/** Holds the resources of a container against each other: no request is above its limit, and each resource is one that containers have. */
export function checkResources(resources: Fields, findings: Findings): void {
  const limits = fieldsAt(resources, 'limits');
  const requests = fieldsAt(resources, 'requests');
  checkNames(limits, 'limits', findings);
  checkNames(requests, 'requests', findings);
  for (const name in requests) {
    const limit = own(limits, name);
    if (limit !== undefined && limit !== requests[name]) {
      compare(name, requests[name], limit, findings);
    }
  }
}

function checkNames(amounts: Fields, key: string, findings: Findings): void {
  for (const name in amounts) {
    if (!isKnown(name)) {
      const message = `${JSON.stringify(name)} is no resource of containers`;
      findings.add({ kind: 'enum', message, expected: `${RESOURCES.join(', ')}, or a name with a prefix`, repair: didYouMean(nearest(name, RESOURCES)) }, key, name);
    }
  }
}

function isKnown(name: string): boolean {
  return name === 'cpu' || name === 'memory' || name === 'ephemeral-storage' || name.startsWith('hugepages-') || name.includes('/');
}

const RESOURCES = ['cpu', 'memory', 'ephemeral-storage'];

function compare(name: string, request: unknown, limit: unknown, findings: Findings): void {
  const [asked, most] = [amountOf(request), amountOf(limit)];
  // Amounts that differ by less are written in different ways, and may be equal.
  if (asked !== undefined && most !== undefined && asked - most > Math.abs(most) * 1e-9) {
    findings.add({
      kind: 'mismatch',
      message: `the request ${shown(request)} is more than the limit ${shown(limit)}`,
      expected: 'a request that is no more than the limit',
    }, 'requests', name);
  }
}
