import { hiddenHost, whyHidden } from '../../../lib/inspect/mesh/hidden-hosts';
import { objectSet } from '../../support/object-set';

const set = objectSet(`
apiVersion: v1
kind: Service
metadata: {name: ledger, namespace: pay, annotations: {networking.istio.io/exportTo: 'lab, .'}}
spec: {ports: [{port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: own, namespace: pay}
spec: {hosts: [own.com], exportTo: ['.'], ports: []}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: dark, namespace: pay}
spec: {hosts: [off.com], exportTo: ['~'], ports: []}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: all, namespace: pay}
spec: {hosts: [all.com], ports: []}
`);

const from = (namespace: string, ...exportTo: string[]): { namespace: string; exportTo: string[] } => ({ namespace, exportTo });

test.each([
  ['own.com', from('shop'), 'ServiceEntry pay/own provides own.com, but its exportTo exports it only to pay, so it does not exist for shop', 'add shop there, or correct the host'],
  ['ledger.pay.svc.cluster.local', from('shop', '.', 'web'),
    'Service pay/ledger provides ledger.pay.svc.cluster.local, but its annotation networking.istio.io/exportTo exports it only to lab, pay, so it does not exist for shop, web',
    'add shop, web there, or correct the host'],
  ['ledger', from('pay', '*'),
    'Service pay/ledger provides ledger.pay.svc.cluster.local, but its annotation networking.istio.io/exportTo exports it only to lab, pay, so it does not exist elsewhere',
    'write "*" there, or correct the host'],
  ['off.com', from('pay'), 'ServiceEntry pay/dark provides off.com, but its exportTo exports it to no namespace, so it does not exist for pay', 'add pay there, or correct the host'],
])('%s is hidden: %#', (host, asker, message, repair) => {
  expect(whyHidden(hiddenHost(set, asker, host)!, asker)).toEqual({ message, repair });
});

test.each([['all.com', from('shop')], ['own.com', from('pay')], ['ledger.pay.svc.cluster.local', from('lab')], ['other.com', from('shop')]])('%s is not: %#', (host, asker) => {
  expect(hiddenHost(set, asker, host)).toBeUndefined();
});
