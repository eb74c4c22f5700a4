import { nearest } from '../../nearest';
import { Findings } from '../check/findings';
import { didYouMean, shown } from '../check/wording';
import { own } from '../own';
import { qualifiedName } from '../syntax/names';
import { thousandthsOf } from '../syntax/quantity';
import { addMalformed } from './malformed';
import { Fields, fieldsAt, wayTo } from './steps';

/** Holds the resources of a container against each other: no request is above its limit, and each resource is one that containers have. */
export function checkResources(resources: Fields, findings: Findings): void {
  const limits = fieldsAt(resources, 'limits');
  const requests = fieldsAt(resources, 'requests');
  checkAmounts(limits, 'limits', findings);
  checkAmounts(requests, 'requests', findings);
  for (const name in requests) {
    const limit = own(limits, name);
    if (limit !== undefined && limit !== requests[name]) {
      compare(name, requests[name], limit, findings);
    } else if (limit === undefined && isHandedOut(name)) {
      const expected = 'a limit equal to the request, since it cannot be overcommitted';
      findings.add({ kind: 'required', message: `${name} has no limit`, expected }, ...wayTo(resources, 'limits', name));
    }
  }
  checkHugePages(limits, requests, findings);
}

/** Resources of which a container has what it asks for and never more: devices and huge pages. */
function isHandedOut(name: string): boolean {
  return isHugePages(name) || isDevice(name);
}

function isHugePages(name: string): boolean {
  return name.startsWith(HUGE_PAGES);
}

function isDevice(name: string): boolean {
  return name.includes('/') && !name.includes('kubernetes.io/');
}

const HUGE_PAGES = 'hugepages-';

function checkAmounts(amounts: Fields, key: string, findings: Findings): void {
  for (const name in amounts) {
    checkName(name, key, findings);
    checkAmount(name, amounts[name], key, findings);
  }
}

function checkName(name: string, key: string, findings: Findings): void {
  if (name.includes('/')) {
    addMalformed(findings, { what: 'resource', text: name, rule: qualifiedName }, key, name);
  } else if (!isKnown(name)) {
    const message = `unknown container resource ${JSON.stringify(name)}`;
    findings.add({ kind: 'enum', message, expected: `${RESOURCES.join(', ')}, or a name with a domain prefix`, repair: didYouMean(nearest(name, RESOURCES)) }, key, name);
  }
}

function isKnown(name: string): boolean {
  return name === 'cpu' || name === 'memory' || name === 'ephemeral-storage' || (isHugePages(name) && sizeOfPages(name) > 0n);
}

const RESOURCES = ['cpu', 'memory', 'ephemeral-storage'];

function sizeOfPages(name: string): bigint {
  return thousandthsOf(name.slice(HUGE_PAGES.length)) ?? 0n;
}

function checkAmount(name: string, value: unknown, key: string, findings: Findings): void {
  // Of most amounts nobody has to know how much they are.
  const amount = isHandedOut(name) || String(value).includes('-') ? thousandthsOf(value) ?? 0n : 0n;
  const expected = amount < 0n ? 'at least 0' : wholeOf(amount, name);
  if (expected !== undefined) {
    findings.add({ kind: amount < 0n ? 'bounds' : 'format', message: `${name} is ${shown(value)}`, expected }, key, name);
  }
}

/** What an amount would have to be that is not made of whole devices or pages. */
function wholeOf(amount: bigint, name: string): string | undefined {
  if (isDevice(name)) {
    return amount % 1000n === 0n ? undefined : 'a whole number';
  }
  const size = isHugePages(name) ? sizeOfPages(name) : 0n;
  return size <= 0n || amount % size === 0n ? undefined : `a multiple of ${name.slice(HUGE_PAGES.length)}`;
}

/** An amount that is null is 0 to the API server. */
function compare(name: string, request: unknown, limit: unknown, findings: Findings): void {
  const [asked, most] = [thousandthsOf(request ?? 0), thousandthsOf(limit ?? 0)];
  if (asked === undefined || most === undefined || asked === most) {
    return;
  }
  if (isHandedOut(name)) {
    const message = `request ${shown(request)} is not equal to limit ${shown(limit)}`;
    findings.add({ kind: 'mismatch', message, expected: `equal request and limit, since ${name} cannot be overcommitted` }, 'requests', name);
  } else if (asked > most) {
    findings.add({
      kind: 'mismatch',
      message: `request ${shown(request)} is greater than limit ${shown(limit)}`,
      expected: 'a request no greater than the limit',
    }, 'requests', name);
  }
}

function checkHugePages(limits: Fields, requests: Fields, findings: Findings): void {
  if ((hasHugePages(limits) || hasHugePages(requests)) && ![limits, requests].some(amounts => 'cpu' in amounts || 'memory' in amounts)) {
    findings.add({ kind: 'required', message: 'huge pages are set without cpu or memory', expected: 'cpu or memory as well' });
  }
}

function hasHugePages(amounts: Fields): boolean {
  for (const name in amounts) {
    if (isHugePages(name)) {
      return true;
    }
  }
  return false;
}
