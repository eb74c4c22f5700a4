import { isIP, isIPv4 } from 'node:net';
import type { Field } from '../../../mesh/field';
import type { Judgement, Problem } from '../../check';
import { broken } from '../broken';
import { refusal } from '../webhook-rules';
import { isText, notA } from './host-names';

export const addressRules = {
  ip: refusal('ip-address', 'An address is not an IP address.'),
  range: refusal('ip-range', 'An address is neither an IP address nor a CIDR range.'),
  socket: refusal('socket-path', 'The path of a Unix domain socket is neither absolute nor abstract, or names no file.'),
};

const SOCKET = 'unix://';

/** Whether a text is one IP address. */
export function isIpAddress(text: string): boolean {
  return isIP(text) !== 0;
}

/** Whether a text is an IP address, or a range of them: `10.0.0.0/8`. */
export function isIpRange(text: string): boolean {
  const [address, length, ...rest] = text.split('/');
  return length === undefined ? isIpAddress(text) : rest.length === 0 && isPrefix(address, length);
}

/** Whether an address names a Unix domain socket. */
export function isSocket(address: string): boolean {
  return address.startsWith(SOCKET);
}

/** What is said of a place where an IP address has to stand. */
export function* ipAddress(field: Field): Judgement {
  if (isText(field) && !isIpAddress(field.text ?? '')) {
    yield broken(addressRules.ip, field, notA('IP address', field), 'write an IP address');
  }
}

/** What is said of a place where an IP address or a range of them has to stand. */
export function* ipRange(field: Field): Judgement {
  if (isText(field) && !isIpRange(field.text ?? '')) {
    yield noIpRange(field);
  }
}

/** The problem that an IP address or a range of them has to stand at a place, and does not. */
export function noIpRange(field: Field): Problem {
  return broken(addressRules.range, field, notA('IP address or range', field), 'write an address like 10.0.0.1 or a range like 10.0.0.0/8');
}

/** What is said of the address of a Unix domain socket. */
export function* socketPath(field: Field): Judgement {
  const path = (field.text ?? '').slice(SOCKET.length);
  if (!path.startsWith('@') && (!path.startsWith('/') || path.endsWith('/'))) {
    yield broken(addressRules.socket, field, `"${field.text}" is not a socket path`, 'write unix:// and an absolute path, or unix://@ and a name');
  }
}

/** Go takes no zone and no leading zeros in a range. */
function isPrefix(address: string, length: string): boolean {
  const longest = isIPv4(address) ? 32 : 128;
  return isIpAddress(address) && !address.includes('%') && /^(0|[1-9]\d{0,2})$/.test(length) && Number(length) <= longest;
}
