import type { SecretValue } from 'cdk8s-plus-28';
import type { ICaller } from '../../../mesh/caller';
import { Dashboard } from '../../dashboard';
import type { KialiGrafanaIntent, KialiIntent, KialiTracingIntent } from './kiali-intent';

/** What Kiali is told, with the keys that both its server and its operator read. Secrets are named, and not in it. */
export function kialiConfig(intent: KialiIntent): Record<string, unknown> {
  const { auth: { strategy, openid, signingKey }, name, namespace, webRoot } = intent;
  return {
    auth: { strategy, ...(openid === undefined ? {} : { openid }) },
    deployment: { cluster_wide_access: true, instance_name: name, namespace, view_only_mode: true },
    external_services: externalServices(intent),
    kiali_feature_flags: { validations: { ignore: ['KIA1301'] } },
    ...(signingKey === undefined ? {} : { login_token: { signing_key: secretText(signingKey) } }),
    server: { port: KIALI_PORTS.pages, web_root: webRoot, observability: { metrics: { enabled: true, port: KIALI_PORTS.metrics } } },
  };
}

export const KIALI_PORTS = { pages: 20_001, metrics: 9090 } as const;

function externalServices({ caller, prometheus, tracing, grafana, rootNamespace, clusterDomain, proxyStatus }: KialiIntent): object {
  return {
    custom_dashboards: { enabled: true },
    grafana: grafana === undefined ? { enabled: false } : grafanaText(grafana, caller),
    istio: { istio_api_enabled: proxyStatus, istio_identity_domain: `svc.${clusterDomain}`, root_namespace: rootNamespace },
    prometheus: { url: prometheus._for(caller) },
    tracing: tracing === undefined ? { enabled: false } : tracingText(tracing, tracing.address._for(caller)),
  };
}

/** Without an address inside, Kiali and its operator have one of their own, where there is no Grafana. */
function grafanaText({ address, url, token }: KialiGrafanaIntent, caller: ICaller): object {
  return {
    enabled: true,
    internal_url: address?._for(caller) ?? url,
    external_url: url,
    ...(token === undefined ? {} : { auth: { type: 'bearer', token: secretText(token) } }),
    dashboards: [
      { name: Dashboard.service().title, variables: { namespace: 'var-namespace', service: 'var-service' } },
      { name: Dashboard.workload().title, variables: { namespace: 'var-namespace', workload: 'var-workload' } },
    ],
  };
}

function tracingText({ provider, overGrpc, externalUrl }: KialiTracingIntent, url: string): object {
  return { enabled: true, provider, internal_url: url, use_grpc: overGrpc, ...urlFor(externalUrl) };
}

function urlFor(url: string | undefined): object {
  return url === undefined ? {} : { external_url: url };
}

/** How Kiali names a value of a Secret of its namespace. */
function secretText({ secret, key }: SecretValue): string {
  return `secret:${secret.name}:${key}`;
}
