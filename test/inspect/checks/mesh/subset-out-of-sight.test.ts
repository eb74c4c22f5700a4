import { subsetOutOfSightCheck } from '../../../../lib/inspect/checks/mesh/subset-out-of-sight';
import { kube, service, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const HOST = 'pay.shop.svc.cluster.local';
const there = service('shop/pay');
const route = (namespace: string, more = ''): string => (
  kube(`VirtualService ${namespace}/pay`, `{hosts: [${HOST}], ${more} http: [{route: [{destination: {host: ${HOST}, subset: v1}}]}]}`)
);
const rule = (place: string, more = 'subsets: [{name: v1}]', host = HOST): string => kube(`DestinationRule ${place}`, `{host: "${host}", ${more}}`);
const unknown = (namespace: string, why: string): string => (
  `error spec.http[0].route[0].destination.subset: the subset v1 of ${HOST} is not defined for clients in ${namespace}: ${why}`
);
const NOT_FOR_THEM = 'the DestinationRule that defines it does not apply to them';

ruleCases(subsetOutOfSightCheck, [
  ['a rule in a third namespace', together(there, route('shop'), rule('lab/pay')), [unknown('shop', NOT_FOR_THEM)]],
  ['a rule that is not exported to the clients', together(there, route('lab'), rule('shop/pay', 'exportTo: ["."], subsets: [{name: v1}]')), [unknown('lab', NOT_FOR_THEM)]],
  [
    'a rule for a pattern that one for the host hides', together(there, route('shop'), rule('shop/all', 'subsets: [{name: v1}]', '*.shop.svc.cluster.local'), rule('shop/pay', 'subsets: []')),
    [unknown('shop', 'DestinationRule shop/pay applies to them, but does not define it')],
  ],
  ['a rule of the host that one of the clients hides', together(there, route('lab'), rule('shop/pay'), rule('lab/pay', 'subsets: [{name: v2}]')), [
    unknown('lab', 'DestinationRule lab/pay applies to them, but does not define it'),
  ]],
  ['a rule for a pattern that one for a longer pattern hides', together(
    there, route('shop'), rule('shop/all', 'subsets: [{name: v1}]', '*.cluster.local'), rule('shop/some', 'subsets: []', '*.shop.svc.cluster.local'),
  ), [unknown('shop', 'DestinationRule shop/some applies to them, but does not define it')]],
], [
  ['a rule in the namespace of the host', together(there, route('lab'), rule('shop/pay'))],
  ['a rule in the namespace of the clients', together(there, route('lab'), rule('lab/pay'))],
  ['a rule in the root namespace', together(there, route('lab'), rule('istio-system/pay'))],
  ['a rule that is exported to the clients', together(there, route('lab'), rule('shop/pay', 'exportTo: [lab], subsets: [{name: v1}]'))],
  ['one of two rules for the host', together(there, route('shop'), rule('shop/a', 'subsets: []'), rule('shop/b'))],
  ['a rule for a pattern', together(there, route('shop'), rule('shop/all', 'subsets: [{name: v1}]', '*.shop.svc.cluster.local'))],
  ['what nobody defines, a matter of IST0101', together(there, route('shop'))],
  ['a route of a gateway, whose pods may be anywhere', together(there, route('shop', 'gateways: [edge/gate],'), rule('lab/pay'))],
  ['a host of Flagger', together(there, route('shop'), rule('lab/pay'), kube('Canary shop/pay', '{targetRef: {name: pay}}'))],
]);
