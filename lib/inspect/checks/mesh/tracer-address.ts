import { PROXY_CONFIG_KINDS, proxyConfigIn } from '../../mesh/proxy-configs';
import { defineCheck } from '../check';
import { isIpAddress } from '../webhook/primitives/addresses';
import { isHostName } from '../webhook/primitives/host-names';
import { meshRule } from './mesh-rule';

const tracerAddress = meshRule(
  'MESH010', 'error', ['tracer-address', 'The address of a tracer is not host:port, so the mesh config is rejected.'], ['IST0106', 'IST0125'],
);

/** Where proxies send their spans by the settings of a proxy. */
export const tracerAddressCheck = defineCheck({
  rules: [tracerAddress],
  kinds: PROXY_CONFIG_KINDS,
  * judge(resource) {
    const tracing = proxyConfigIn(resource)?.at('tracing');
    for (const tracer of ['zipkin', 'datadog', 'lightstep']) {
      const address = tracing?.at(tracer, 'address');
      if (address?.text !== undefined && address.text !== '' && !isAddress(address.text, tracer)) {
        yield {
          rule: tracerAddress,
          path: address.path,
          message: `"${address.text}" is not a host:port address`,
          expected: 'host:port',
          repair: repairOf(address.text, tracer),
        };
      }
    }
  },
});

function isAddress(text: string, tracer: string): boolean {
  const [, host = '', bracketed, port] = /^(?:([^[\]:]+)|\[([^[\]]+)\]):(\d{1,5})$/.exec(text) ?? [];
  const isHost = isHostName(host) || isIpAddress(bracketed ?? host) || (host === '$(HOST_IP)' && tracer !== 'lightstep');
  return isHost && Number(port) >= 1 && Number(port) <= 65_535;
}

function repairOf(text: string, tracer: string): string {
  const [, host, path = ''] = /^(?:[a-z]+:\/\/)?([^/]*)(\/.*)?$/i.exec(text) ?? [];
  const address = host !== undefined && isAddress(host, tracer) ? host : 'jaeger-collector.observability:9411';
  return `write ${address}${path.length > 1 ? `; the path ${path} belongs in an extensionProvider with zipkin` : ''}`;
}
