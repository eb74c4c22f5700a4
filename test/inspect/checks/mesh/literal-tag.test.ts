import { literalTagCheck } from '../../../../lib/inspect/checks/mesh/literal-tag';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const telemetry = (place: string, tags: string, more = ''): string => kube(`Telemetry ${place}`, `{${more}tracing: [{customTags: {${tags}}}]}`);
const literal = 'service.name: {literal: {value: orders}}';

ruleCases(literalTagCheck, [
  ['a name for the whole mesh', telemetry('istio-system/mesh', literal), [
    'info spec.tracing[0].customTags["service.name"].literal.value: every span in the mesh gets service.name=orders, regardless of its service',
  ]],
], [
  ['a name for a namespace', telemetry('shop/orders', literal)],
  ['a name for some pods', telemetry('istio-system/orders', literal, 'selector: {matchLabels: {app: orders}}, ')],
  ['a name from the environment', telemetry('istio-system/mesh', 'service.name: {environment: {name: NAME}}')],
  ['a tag of the mesh', telemetry('istio-system/mesh', 'cluster: {literal: {value: east}}')],
]);
