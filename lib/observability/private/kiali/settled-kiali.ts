import { Construct } from 'constructs';
import type { ICaller } from '../../../mesh/caller';
import { Mesh } from '../../../mesh/mesh';
import { namespaceOf } from '../../../mesh/private/platform/namespace-of';
import { requireGiven } from '../../../mesh/private/require-given';
import { requireUrlPath } from '../../../mesh/private/telemetry/sink-parts';
import { KialiAuth } from '../../kiali-auth';
import { KialiSettings } from '../../kiali-settings';
import type { KialiIntent } from './kiali-intent';

/** What a Kiali is told, with all that was left out. @throws when there is no Prometheus, or a path is none */
export function settledKiali(kiali: Construct, settings: KialiSettings, caller: ICaller): KialiIntent {
  const { path } = kiali.node;
  const { rootNamespace, clusterDomain } = Mesh.of(kiali);
  const { auth = KialiAuth.anonymous(), grafana, grafanaUrl, proxyStatus = false, tracing } = settings;
  return {
    auth: auth._intent,
    caller,
    namespace: namespaceOf(kiali),
    rootNamespace,
    clusterDomain,
    webRoot: webRootOf(settings, path),
    proxyStatus,
    prometheus: requireGiven(settings.prometheus, { what: 'ServerAddress', has: '_for' }, `${path}: prometheus`),
    tracing: tracing?._intent,
    grafana,
    grafanaUrl,
  };
}

/** @throws when it is no path without a slash at its end, which Kiali refuses */
export function webRootOf({ webRoot = '/kiali' }: KialiSettings, path: string): string {
  requireUrlPath(webRoot, `${path}: webRoot`);
  if (webRoot !== '/' && webRoot.endsWith('/')) {
    throw new Error(`${path}: webRoot "${webRoot}" ends with a slash, which Kiali refuses. Leave it out.`);
  }
  return webRoot;
}
