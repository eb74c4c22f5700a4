import { Construct } from 'constructs';
import { Mesh } from '../../../mesh/mesh';
import { namespaceOf } from '../../../mesh/private/platform/namespace-of';
import { requireGiven } from '../../../mesh/private/require-given';
import { requireUrlPath } from '../../../mesh/private/telemetry/sink-parts';
import { KialiAuth } from '../../kiali-auth';
import { KialiSettings } from '../../kiali-settings';
import type { KialiGrafanaIntent, KialiIntent } from './kiali-intent';

/** What a Kiali is told, with all that was left out. @throws when there is no Prometheus, a path is none, or links would lead nowhere */
export function settledKiali(kiali: Construct, settings: KialiSettings, { caller, name }: Pick<KialiIntent, 'caller' | 'name'>): KialiIntent {
  const { path } = kiali.node;
  const { rootNamespace, clusterDomain } = Mesh.of(kiali);
  const { auth = KialiAuth.anonymous(), proxyStatus = false, tracing } = settings;
  return {
    auth: auth._intent,
    caller,
    name,
    namespace: namespaceOf(kiali),
    rootNamespace,
    clusterDomain,
    webRoot: webRootOf(settings, path),
    proxyStatus,
    prometheus: requireGiven(settings.prometheus, { what: 'ServerAddress', has: '_for' }, `${path}: prometheus`),
    tracing: tracing?._intent,
    grafana: grafanaOf(settings, path),
  };
}

/** @throws when a browser could not open it */
function requireBrowserUrl(url: string, place: string): void {
  const { hash = '', protocol = '', search = '', username = '' } = URL.canParse(url) ? new URL(url) : {};
  if (!['http:', 'https:'].includes(protocol) || `${hash}${search}${username}` !== '' || /\s/.test(url)) {
    throw new Error(`${place} "${url}" is not a web address. Use http:// or https://, without user and query, such as "https://grafana.example.com".`);
  }
}

/** @throws when something is said of a Grafana that nobody can open */
function grafanaOf({ grafana: address, grafanaToken: token, grafanaUrl: url }: KialiSettings, path: string): KialiGrafanaIntent | undefined {
  if (url !== undefined) {
    requireBrowserUrl(url, `${path}: grafanaUrl`);
    return { url, address, token };
  }
  const [said] = Object.entries({ grafana: address, grafanaToken: token }).find(([, value]) => value !== undefined) ?? [];
  if (said !== undefined) {
    throw new Error(`${path}: ${said} gives no links without the public URL of that Grafana. Set grafanaUrl: "https://grafana.example.com", or leave ${said} out.`);
  }
  return undefined;
}

/** @throws when it is no path without a slash at its end, which Kiali refuses */
export function webRootOf({ webRoot = '/kiali' }: KialiSettings, path: string): string {
  requireUrlPath(webRoot, `${path}: webRoot`);
  if (webRoot !== '/' && webRoot.endsWith('/')) {
    throw new Error(`${path}: webRoot "${webRoot}" ends with a slash, which Kiali rejects. Remove the slash.`);
  }
  return webRoot;
}
