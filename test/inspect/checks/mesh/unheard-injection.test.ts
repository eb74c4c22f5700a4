import { unheardInjectionCheck } from '../../../../lib/inspect/checks/mesh/unheard-injection';
import { deployment, kube, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const namespace = (labels: string): string => kube(`Namespace shop labels: {${labels}}`);
const injected = namespace('istio-injection: enabled');
const onNode = (labels = ''): string => deployment('shop/agent', { labels, pod: 'hostNetwork: true' });
const place = 'metadata.labels.istio-injection';
const none = 'no pod in namespace shop gets a proxy, not even one that requests it';
const at = 'spec.template.spec.hostNetwork';

ruleCases(unheardInjectionCheck, [
  ['another value', namespace('istio-injection: "true"'), [`warning ${place}: the injector does not recognize istio-injection=true: ${none}`]],
  ['letters of another case', namespace('istio-injection: Enabled'), [`warning ${place}: the injector does not recognize istio-injection=Enabled: ${none}`]],
  ['another value beside a revision', namespace('istio-injection: "on", istio.io/rev: stable'), [
    `warning ${place}: the injector does not recognize istio-injection=on and also ignores istio.io/rev next to it: ${none}`,
  ]],
  ['pods in the network of their node', together(injected, onNode()), [
    `info ${at}: pods with hostNetwork get no proxy, although namespace shop requests one`,
  ]],
  ['such pods that ask for a proxy', onNode('sidecar.istio.io/inject: "true"'), [
    `warning ${at}: pods with hostNetwork get no proxy, although they request one`,
  ]],
  ['another mode', namespace('istio.io/dataplane-mode: Ambient'), [
    'warning metadata.labels["istio.io/dataplane-mode"]: invalid value istio.io/dataplane-mode=Ambient: the pods of namespace shop are not put in ambient mode',
  ]],
  ['another mode of pods', together(namespace('istio.io/dataplane-mode: ambient'), deployment('shop/agent', { labels: 'istio.io/dataplane-mode: enabled' })), [
    'warning spec.template.metadata.labels["istio.io/dataplane-mode"]: invalid value istio.io/dataplane-mode=enabled: the pods are not put in ambient mode',
  ]],
], [
  ['a mode that there is', together(namespace('istio.io/dataplane-mode: ambient'), deployment('shop/agent', { labels: 'istio.io/dataplane-mode: none' }))],
  ['a namespace out of ambient mode', namespace('istio.io/dataplane-mode: none')],
  ['an empty mode, of which IST0102 speaks', namespace('istio.io/dataplane-mode: ""')],
  ['a namespace with injection', injected],
  ['a namespace without', namespace('istio-injection: disabled')],
  ['a value that is empty, of which IST0102 speaks', namespace('istio-injection: ""')],
  ['a namespace in ambient mode', namespace('istio-injection: "false", istio.io/dataplane-mode: ambient')],
  ['pods in the network of their node that want no proxy', together(injected, onNode('sidecar.istio.io/inject: "false"'))],
  ['such pods of a namespace that is not shown', onNode()],
  ['such pods of a namespace without injection', together(namespace('a: b'), onNode())],
  ['pods in a network of their own', together(injected, deployment('shop/agent', { pod: 'hostNetwork: false' }))],
  ['pods with a proxy of their own', together(injected, deployment('shop/agent', { pod: 'hostNetwork: true, initContainers: [{name: istio-proxy, image: "proxyv2:1"}]' }))],
  ['a template whose pods are shown', together(injected, onNode(), kube('Pod shop/agent-1 labels: {app: agent}', '{containers: []}'))],
]);
