import { STRING, func, instance, method } from '../overload';
import type { Overload } from '../overload';
import { succeeds } from '../succeeds';
import { Url } from './url';
import { checkUrl } from './url-parts';

const URL = instance(Url);

/** Kubernetes' URLs. */
export const URLS: readonly Overload[] = [
  func('url', [STRING], Url.parse),
  func('isURL', [STRING], text => succeeds(() => checkUrl(text))),
  method('getScheme', [URL], url => url.scheme),
  method('getHost', [URL], url => url.host),
  method('getHostname', [URL], url => url.hostname),
  method('getPort', [URL], url => url.port),
  method('getEscapedPath', [URL], url => url.escapedPath),
  method('getQuery', [URL], url => url.query),
];
