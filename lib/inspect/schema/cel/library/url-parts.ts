import { CelError } from '../cel-error';
import { quoted } from '../quoted';
import { parseIp } from './ip-bytes';
import { checkEscapes, checkHost, checkZone, unescaped } from './url-escapes';

/** What a URL consists of, as it is written but for the host. */
export interface UrlParts {
  readonly scheme: string;
  /** what stands behind the scheme of `mailto:joe@example.com`, instead of all that follows */
  readonly opaque: string;
  /** `joe:secret`; undefined without `@` */
  readonly user?: string;
  /** name or address and port; undefined where no `//` stands, and empty where nothing follows it */
  readonly host?: string;
  readonly path: string;
  /** undefined without `?` */
  readonly query?: string;
  readonly fragment: string;
}

/**
 * Reads a URL as the API server does: an absolute one, or an absolute path.
 *
 * @throws CelError when the text is none.
 */
export function parseUrl(text: string): UrlParts {
  checkUrl(text);
  const [url, fragment = ''] = cut(text, '#');
  checkEscapes(fragment, message => problem(text, message));
  return { ...parse(url, { inRequest: false }), fragment };
}

/** As in a request, where a URL has no fragment. @throws CelError when the text is no URL. */
export function checkUrl(text: string): void {
  parse(text, { inRequest: true });
}

type PartsOfRequest = Omit<UrlParts, 'fragment'>;

/** In a request, a URL without scheme is a path, even if it begins with `//`. */
function parse(url: string, { inRequest }: { inRequest: boolean }): PartsOfRequest {
  const fail: Fail = message => problem(url, message);
  if (CONTROLS.test(url)) {
    throw fail('net/url: invalid control character in URL');
  }
  if (url === '') {
    throw fail('empty url');
  }
  if (url === '*') {
    return { scheme: '', opaque: '', path: '*' };
  }
  const { scheme, rest } = schemeOf(url, fail);
  const [hierarchy, query] = cut(rest, '?');
  if (!hierarchy.startsWith('/')) {
    if (scheme === '') {
      throw fail('invalid URI for request');
    }
    return { scheme, opaque: hierarchy, path: '', query };
  }
  const hasAuthority = scheme === '' ? !inRequest && !hierarchy.startsWith('///') : true;
  return { scheme, opaque: '', ...pathBehind(hierarchy, hasAuthority, fail), query };
}

function pathBehind(hierarchy: string, hasAuthority: boolean, fail: Fail): Pick<UrlParts, 'user' | 'host' | 'path'> {
  const [, authority, path] = (hasAuthority ? /^(?:\/\/([^/]*))?(.*)$/s : /^()(.*)$/s).exec(hierarchy)!;
  const place = authority === undefined || !hasAuthority ? {} : parseAuthority(authority, fail);
  checkEscapes(path, fail);
  return { ...place, path };
}

const CONTROLS = /[\u0000-\u001f\u007f]/;

function problem(url: string, message: string): CelError {
  return new CelError(`parse ${quoted(url)}: ${message}`);
}

type Fail = (message: string) => CelError;

function schemeOf(url: string, fail: Fail): { scheme: string; rest: string } {
  if (url.startsWith(':')) {
    throw fail('missing protocol scheme');
  }
  const [, scheme, rest] = /^([A-Za-z][A-Za-z0-9+.-]*):(.*)$/s.exec(url) ?? [];
  return scheme === undefined ? { scheme: '', rest: url } : { scheme: scheme.toLowerCase(), rest };
}

function parseAuthority(authority: string, fail: Fail): { user?: string; host: string } {
  const at = authority.lastIndexOf('@');
  const host = parseHost(authority.slice(at + 1), fail);
  if (at < 0) {
    return { host };
  }
  const user = authority.slice(0, at);
  if (!USER.test(user)) {
    throw fail('net/url: invalid userinfo');
  }
  cut(user, ':').forEach(part => checkEscapes(part ?? '', fail));
  return { user, host };
}

const USER = /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/;

function parseHost(host: string, fail: Fail): string {
  const bracket = host.lastIndexOf('[');
  if (bracket > 0) {
    throw fail('invalid IP-literal');
  }
  if (bracket === 0) {
    return parseIpLiteral(host, fail);
  }
  const port = /:[^:]*$/.exec(host)?.[0] ?? '';
  checkPort(port, fail);
  checkHost(host, fail);
  return unescaped(host);
}

/** `[::1]:80` */
function parseIpLiteral(host: string, fail: Fail): string {
  const end = host.lastIndexOf(']');
  if (end < 0) {
    throw fail('missing \']\' in host');
  }
  checkPort(host.slice(end + 1), fail);
  const [address, zone] = cut(host.slice(1, end), '%25');
  checkHost(address, fail);
  checkZone(zone ?? '', fail);
  const literal = unescaped(address) + (zone === undefined ? '' : `%${unescaped(zone)}`);
  if (ipOf(literal, fail).length === 4) {
    throw fail('invalid IP-literal');
  }
  return `[${literal}]${host.slice(end + 1)}`;
}

function ipOf(literal: string, fail: Fail): readonly number[] {
  try {
    return parseIp(literal).bytes;
  } catch (error) {
    throw fail(`invalid host: ${(error as Error).message}`);
  }
}

function checkPort(port: string, fail: Fail): void {
  if (!/^(?::\d*)?$/.test(port)) {
    throw fail(`invalid port ${quoted(port)} after host`);
  }
}

/** What stands before and behind the first of a separator; nothing behind it when there is none. */
function cut(text: string, separator: string): [before: string, behind?: string] {
  const place = text.indexOf(separator);
  return place < 0 ? [text] : [text.slice(0, place), text.slice(place + separator.length)];
}
