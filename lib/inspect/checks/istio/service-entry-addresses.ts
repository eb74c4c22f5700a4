import { meshConfig } from '../../mesh/mesh-config';
import { perSet } from '../../mesh/object-set';
import { portWords } from '../../mesh/port-number';
import { defineCheck } from '../check';
import { istioRule } from './istio-rules';

const addressRequired = istioRule('IST0134', 'warning', ['service-entry-address', 'A ServiceEntry for TCP has no addresses, so proxies cannot tell its traffic apart.']);

/** Ports of TCP on hosts without an address: whatever goes to such a port goes to them. */
export const serviceEntryAddressesCheck = defineCheck({
  rules: [addressRequired],
  analyzer: 'serviceentry.Analyzer',
  kinds: ['networking.istio.io/ServiceEntry'],
  * judge({ spec, root }, { set }) {
    if (spec.at('addresses').isFilled || root.at('status', 'addresses').isFilled || allocatesAddresses(set)) {
      return;
    }
    for (const port of spec.at('ports').items()) {
      const protocol = port.at('protocol');
      if (['', 'TCP'].includes((protocol.text ?? '').toUpperCase())) {
        yield {
          rule: addressRequired,
          path: port.path,
          message: `${portWords(port, 'number')} is TCP, and without addresses it captures traffic to that port for all hosts`,
          repair: 'add addresses, name a protocol such as TLS or HTTP, or let the mesh allocate addresses',
        };
      }
    }
  },
});

/** Whether proxies answer for hosts with addresses that the mesh allocates. */
const allocatesAddresses = perSet(set => {
  const metadata = meshConfig(set).at('defaultConfig', 'proxyMetadata').textMap;
  const allocates = [metadata.ISTIO_META_DNS_AUTO_ALLOCATE, metadata.PILOT_ENABLE_IP_AUTOALLOCATE].includes('true');
  return metadata.ISTIO_META_DNS_CAPTURE === 'true' && allocates;
});
