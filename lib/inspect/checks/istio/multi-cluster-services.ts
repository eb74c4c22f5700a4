import { listed } from '../../listed';
import type { Field } from '../../mesh/field';
import type { Resource } from '../../mesh/resource';
import { defineCheck } from '../check';
import { istioRule } from './istio-rules';

const inconsistent = istioRule('IST0170', 'warning', ['inconsistent-service', 'A Service differs between clusters of the mesh.']);

/** Services that differ from the ones of the same name in other clusters: for the mesh all of them are one. */
export const multiClusterServicesCheck = defineCheck({
  rules: [inconsistent],
  analyzer: 'services.MultiClusterServiceAnalyzer',
  kinds: ['Service'],
  * judge(service, { set }) {
    const others = (set.settings.clusters ?? []).map(({ name, set: theirs }) => ({ name, other: theirs.find('Service', service.namespace, service.name) }));
    const differing = others.map(({ name, other }) => ({ name, places: differences(service, other) })).filter(({ places }) => places.length > 0);
    const [first] = differing.flatMap(({ places }) => places);
    if (first !== undefined) {
      yield {
        rule: inconsistent,
        path: first.path,
        message: `the Service differs from the one in ${listed(differing.map(({ name }) => name))}: ${words(differing.flatMap(({ places }) => places))}`,
        repair: 'give the Service the same type and ports in all clusters',
      };
    }
  },
});

function differences({ spec }: Resource, other: Resource | undefined): Field[] {
  return other === undefined ? [] : [
    ...isHeadless(spec) === isHeadless(other.spec) ? [] : [spec.at('clusterIP')],
    ...spec.at('type').value === other.spec.at('type').value ? [] : [spec.at('type')],
    ...portsOf(spec) === portsOf(other.spec) ? [] : [spec.at('ports')],
  ];
}

function words(places: readonly Field[]): string {
  return [...new Set(places.map(({ key }) => String(key)))].join(', ');
}

function isHeadless(spec: Field): boolean {
  return spec.at('clusterIP').text === 'None';
}

/** The ports in a form that does not depend on their order, nor on that of their fields. */
function portsOf(spec: Field): string {
  return spec.at('ports').items().map(port => JSON.stringify(port.entries().map(([key, { value }]) => [key, value]).sort())).sort().join();
}
