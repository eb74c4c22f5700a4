import { CelError } from '../cel-error';
import { quoted } from '../quoted';

/** The 4 or 16 bytes of an IP address, and the zone of one such as `fe80::1%eth0`. @throws CelError when the text is no address. */
export function parseIp(text: string): { readonly bytes: readonly number[]; readonly zone: string } {
  const problem: Problem = (message, at = '') => (
    new CelError(`ParseAddr(${quoted(text)}): ${message}${at === '' ? '' : ` (at ${quoted(at)})`}`)
  );
  switch (/[.:%]/.exec(text)?.[0]) {
    case '.':
      return { bytes: parseIpv4(text, problem), zone: '' };
    case ':':
      return parseScopedIpv6(text, problem);
    case '%':
      throw problem('missing IPv6 address');
    default:
      throw problem('unable to parse IP');
  }
}

type Problem = (message: string, at?: string) => CelError;

function parseIpv4(text: string, problem: Problem): number[] {
  const octets: number[] = [];
  for (let rest = text; ;) {
    const field = /^\d*/.exec(rest)![0];
    octets.push(octetOf(field, problem));
    rest = rest.slice(field.length);
    if (rest === '') {
      break;
    }
    if (!rest.startsWith('.')) {
      throw problem('unexpected character', rest);
    }
    if (field === '' || rest === '.') {
      throw problem('IPv4 field must have at least one digit', rest);
    }
    if (octets.length === 4) {
      throw problem('IPv4 address too long');
    }
    rest = rest.slice(1);
  }
  if (octets.length < 4) {
    throw problem('IPv4 address too short');
  }
  return octets;
}

function octetOf(field: string, problem: Problem): number {
  if (/^0\d/.test(field)) {
    throw problem('IPv4 field has octet with leading zero');
  }
  if (Number(field) > 255) {
    throw problem('IPv4 field has value >255');
  }
  return Number(field);
}

function parseScopedIpv6(text: string, problem: Problem): { bytes: number[]; zone: string } {
  const percent = text.indexOf('%');
  if (percent === text.length - 1) {
    throw problem('zone must be a non-empty string');
  }
  return percent < 0
    ? { bytes: parseIpv6(text, problem), zone: '' }
    : { bytes: parseIpv6(text.slice(0, percent), problem), zone: text.slice(percent + 1) };
}

function parseIpv6(text: string, problem: Problem): number[] {
  const bytes: number[] = [];
  let gap = text.startsWith('::') ? 0 : undefined;
  let rest = gap === undefined ? text : text.slice(2);
  while (rest !== '' && bytes.length < 16) {
    const group = groupOf(rest, problem);
    if (rest[group.length] === '.') {
      bytes.push(...embeddedIpv4(rest, { before: bytes.length, gap }, problem));
      rest = '';
      break;
    }
    bytes.push(parseInt(group, 16) >> 8, parseInt(group, 16) & 0xff);
    rest = behindColon(rest.slice(group.length), problem);
    if (rest.startsWith(':')) {
      if (gap !== undefined) {
        throw problem('multiple :: in address', rest);
      }
      gap = bytes.length;
      rest = rest.slice(1);
    }
  }
  if (rest !== '') {
    throw problem('trailing garbage after address', rest);
  }
  return filled(bytes, gap, problem);
}

function groupOf(rest: string, problem: Problem): string {
  const group = /^[\da-f]*/i.exec(rest)![0];
  if (group.length > 4) {
    throw problem('each group must have 4 or less digits', rest);
  }
  if (group === '') {
    throw problem('each colon-separated field must have at least one digit', rest);
  }
  return group;
}

/** What follows the colon that a group ends with; nothing when the group is the last. */
function behindColon(rest: string, problem: Problem): string {
  if (rest === '') {
    return rest;
  }
  if (!rest.startsWith(':')) {
    throw problem('unexpected character, want colon', rest);
  }
  if (rest === ':') {
    throw problem('colon must be followed by more characters', rest);
  }
  return rest.slice(1);
}

function embeddedIpv4(rest: string, { before, gap }: { before: number; gap?: number }, problem: Problem): number[] {
  if (gap === undefined && before !== 12) {
    throw problem('embedded IPv4 address must replace the final 2 fields of the address', rest);
  }
  if (before > 12) {
    throw problem('too many hex fields to fit an embedded IPv4 at the end of the address', rest);
  }
  return parseIpv4(rest, problem);
}

/** All 16 bytes, with zeros where `::` stands. */
function filled(bytes: readonly number[], gap: number | undefined, problem: Problem): number[] {
  if (bytes.length === 16 && gap === undefined) {
    return [...bytes];
  }
  if (gap === undefined) {
    throw problem('address string too short');
  }
  if (bytes.length === 16) {
    throw problem('the :: must expand to at least one field of zeros');
  }
  return [...bytes.slice(0, gap), ...Array<number>(16 - bytes.length).fill(0), ...bytes.slice(gap)];
}
