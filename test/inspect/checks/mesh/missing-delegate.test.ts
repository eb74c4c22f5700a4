import { missingDelegateCheck } from '../../../../lib/inspect/checks/mesh/missing-delegate';
import { kube, service, together } from '../../../support/kube';
import { ruleCases, undecidedBy } from '../../../support/rule-cases';

const root = (delegate: string): string => kube('VirtualService shop/root', `{hosts: [orders], http: [{delegate: {${delegate}}}]}`);
const delegate = (place: string, more = ''): string => kube(`VirtualService ${place}`, `{${more}http: []}`);
const shop = service('shop/orders');
const at = 'error spec.http[0].delegate.name';

ruleCases(missingDelegateCheck, [
  ['one that is not there', together(shop, root('name: nobody')), [`${at}: there is no VirtualService shop/nobody to delegate to: istiod drops the route`]],
  ['one that is not there in another namespace', together(service('web/web'), delegate('web/web'), root('name: nobody, namespace: web')), [
    `${at}: there is no VirtualService web/nobody to delegate to: istiod drops the route`,
  ]],
  ['one that is nowhere', root('name: nobody, namespace: web'), [
    `${at}: there is no VirtualService web/nobody to delegate to: istiod drops the route`,
  ], { complete: true }],
  ['one with hosts', together(delegate('shop/web', 'hosts: [web], '), root('name: web')), [
    `${at}: VirtualService shop/web has hosts, so it cannot be a delegate: istiod drops the route`,
  ]],
  ['one that is not shown', together(delegate('web/web', 'exportTo: ["."], '), root('name: web, namespace: web')), [
    `${at}: VirtualService web/web is not exported to namespace shop: istiod drops the route`,
  ]],
], [
  ['one that is there', together(shop, delegate('shop/web'), root('name: web'))],
  ['one of another namespace', together(delegate('web/web', 'exportTo: [shop], '), root('name: web, namespace: web'))],
  ['one that somebody says is there', together(shop, root('name: web')), { assumed: ['VirtualService shop/web'] }],
  ['one without a name, which istiod refuses', together(shop, root('name: ""'))],
]);

test.each([
  ['nothing is shown', root('name: web, namespace: web')],
  ['Services alone are shown', together(service('web/web'), root('name: web, namespace: web'))],
])('a namespace of which %s is not judged', (_, yaml) => {
  expect(undecidedBy(missingDelegateCheck, yaml)).toEqual(['namespace web']);
});
