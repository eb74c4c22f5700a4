import { meshConfig } from './mesh-config';
import { perSet } from './object-set';

/** The ports of Services to which proxies send spans by OTLP: by `namespace/name:port`, whether they speak HTTP and not gRPC. */
export const otlpProviders = perSet((set): ReadonlyMap<string, 'http' | 'grpc'> => new Map(
  meshConfig(set).at('extensionProviders').items().map(provider => provider.at('opentelemetry')).filter(({ isSet }) => isSet).map(settings => {
    const host = (settings.at('service').text ?? '').replace(/^.*\//, '');
    const [name, namespace = ''] = host.split('.');
    return [`${namespace}/${name}:${settings.at('port').number ?? 0}`, settings.at('http').isSet ? 'http' : 'grpc'];
  }),
));
