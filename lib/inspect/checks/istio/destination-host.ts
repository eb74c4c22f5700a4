import { destinationsOf } from '../../mesh/destinations';
import { fullHost, serviceNamed } from '../../mesh/hosts';
import { findHost } from '../../mesh/known-hosts';
import { isRepresented } from '../../mesh/represented-namespaces';
import { defineCheck } from '../check';
import type { Rule } from '../rule';

const destinationHost: Rule = {
  code: 'IST0101',
  slug: 'destination-host',
  severity: 'error',
  summary: 'A VirtualService sends requests to a host that nobody provides.',
  aliases: ['MESH013'],
};

/** Hosts that a VirtualService sends requests to, or copies of them. */
export const destinationHostCheck = defineCheck({
  rules: [destinationHost],
  analyzer: 'virtualservice.DestinationHostAnalyzer',
  kinds: ['networking.istio.io/VirtualService'],
  reads: ['Service', 'networking.istio.io/ServiceEntry'],
  * judge(virtualService, { set }) {
    const asker = { namespace: virtualService.namespace, exportTo: virtualService.spec.at('exportTo').texts };
    for (const { place } of destinationsOf(virtualService)) {
      const { text: host = '', path } = place.at('host');
      if (host === '' || findHost(set, asker, host) !== undefined) {
        continue;
      }
      const full = fullHost(host, asker.namespace);
      const service = serviceNamed(full, asker.namespace);
      if (full.endsWith('.svc.cluster.local') && !isRepresented(set, service.namespace)) {
        yield { undecided: destinationHost, unknown: `namespace ${service.namespace}` };
      } else {
        yield {
          rule: destinationHost,
          path,
          message: `no Service or ServiceEntry provides ${full}`,
          repair: 'add the Service, or a ServiceEntry for the host',
        };
      }
    }
  },
});
