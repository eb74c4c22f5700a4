import { quoted } from '../quoted';

type Fail = (message: string) => Error;

/** @throws what `fail` makes of a `%` without two hexadecimal digits behind it. */
export function checkEscapes(text: string, fail: Fail): void {
  check(text, /%(?![\da-f]{2}).{0,2}/isu, fail);
}

/** The same for a host name, where only characters beyond ASCII and `%` itself may be escaped, and not all may stand as they are. */
export function checkHost(host: string, fail: Fail): void {
  check(host, new RegExp(`%(?![89a-f][\\da-f]|25).{0,2}|${NO_HOST_CHARACTER}`, 'isu'), fail);
}

/** The same for the zone of an IPv6 address. */
export function checkZone(zone: string, fail: Fail): void {
  check(zone, new RegExp(`%(?![\\da-f]{2}).{0,2}|${NO_HOST_CHARACTER}`, 'isu'), fail);
}

const NO_HOST_CHARACTER = '[^\\w.~!$&\'()*+,;=:[\\]<>"%\\u0080-\\u{10ffff}-]';

function check(text: string, wrong: RegExp, fail: Fail): void {
  const found = wrong.exec(text)?.[0];
  if (found !== undefined) {
    throw fail(found.startsWith('%') ? `invalid URL escape ${quoted(found)}` : `invalid character ${quoted(found)} in host name`);
  }
}

/** The text that `%C3%A9` stands for. */
export function unescaped(text: string): string {
  const bytes = Buffer.from(text).toString('latin1').replace(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

/** The path with all escaped that has to be; as it is when it is escaped well. */
export function escapedPath(path: string): string {
  if (/^[\w.~!$&'()*+,;=:@/[\]%-]*$/.test(path)) {
    return path;
  }
  return [...Buffer.from(unescaped(path))].map(byte => {
    const character = String.fromCharCode(byte);
    return PATH_CHARACTER.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}

const PATH_CHARACTER = /[\w.~$&+,;=:@/-]/;
