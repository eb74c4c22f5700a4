import { Redirect } from '../../redirect';
import { requirePort } from '../hosts/ports';
import type { RedirectIntent } from '../intent';
import { requirePath } from './paths';
import { requireHostText } from './require-host-text';

const STATUSES: readonly number[] = [301, 302, 303, 307, 308];

/** @throws when the client would be told to go nowhere else, or to what is no URL */
export function redirectIntent({ host, path, port, scheme, status = 301 }: Redirect, place: string): RedirectIntent {
  if (host === undefined && path === undefined && scheme === undefined) {
    throw new Error(`${place}: a redirect needs a target. Set at least one of scheme, host and path.`);
  }
  if (!STATUSES.includes(status)) {
    throw new Error(`${place}: ${status} is not a redirect status. Use one of ${STATUSES.join(', ')}.`);
  }
  requirePort(port, place);
  requireHostText(host, `${place}: host`);
  return { host, path: path === undefined ? undefined : requirePath(path, `${place}: path`), port, scheme, status };
}
