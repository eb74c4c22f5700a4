import { takesAll } from '../../mesh/catch-all-route';
import type { Field } from '../../mesh/field';
import { appliesToMesh } from '../../mesh/gateway-references';
import { fullHost, serviceHost, serviceNamed } from '../../mesh/hosts';
import type { ObjectSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { httpEntries } from '../../mesh/route-entries';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const noDefaultRoute = meshRule('MESH092', 'warning', ['no-default-route', 'Requests to a Service get 404 if no route of its VirtualService matches.']);

/** VirtualServices of the mesh that leave requests to a Service without a route: the Service itself is not asked then. */
export const noDefaultRouteCheck = defineCheck({
  rules: [noDefaultRoute],
  kinds: ['networking.istio.io/VirtualService'],
  reads: ['Service'],
  * judge(virtualService, { set }) {
    const entries = httpEntries(virtualService);
    // Of those with faults another rule says it.
    const isOpen = entries.length > 0 && !entries.some(entry => entry.at('fault').isSet || takesAll(entry) || takesPort(entry));
    const host = isOpen ? hostOfService(set, virtualService) : undefined;
    if (host === undefined) {
      return;
    }
    const areAllPaths = entries.every(entry => entry.at('match').items().every(match => match.at('uri').isFilled));
    yield {
      rule: noDefaultRoute,
      path: virtualService.spec.at('http').path,
      message: `requests to ${host} that match no route get 404: they do not fall through to the Service`,
      repair: 'add a route without match at the end',
      // A list of paths may be meant as one of all that there are.
      ...(areAllPaths ? { severity: 'info' } : {}),
    };
  },
});

function hostOfService(set: ObjectSet, virtualService: Resource): string | undefined {
  const { spec, namespace } = virtualService;
  const hosts = appliesToMesh(virtualService) ? spec.at('hosts').texts : [];
  return hosts.find(host => {
    const full = fullHost(set, host, namespace);
    const named = serviceNamed(set, full, namespace);
    return full === serviceHost(set, named.name, named.namespace) && set.find('Service', named.namespace, named.name) !== undefined;
  });
}

/** Whether an entry takes all requests at a port, or all paths by a regular expression. */
function takesPort(entry: Field): boolean {
  return entry.at('match').items().some(match => match.entries().every(([key, value]) => (
    ['name', 'port', 'gateways'].includes(key) || (key === 'uri' && (value.at('prefix').text === '/' || /^\^?\/?\.\*\$?$/.test(value.at('regex').text ?? '')))
  )));
}
