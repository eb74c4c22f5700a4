import { udpByNameCheck } from '../../../../lib/inspect/checks/mesh/udp-by-name';
import { service } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

ruleCases(udpByNameCheck, [
  ['a TCP port that is called UDP', service('shop/orders', '{name: udp-sync, port: 80}'), [
    'warning spec.ports[0].name: the name udp-sync makes the mesh treat the port as UDP, so its TCP connections bypass the proxies',
  ]],
], [
  ['a port of UDP', service('shop/orders', '{name: udp-dns, port: 53, protocol: UDP}')],
  ['a port that says its protocol', service('shop/orders', '{name: udp-sync, port: 80, appProtocol: http}')],
  ['a name that begins otherwise', service('shop/orders', '{name: udpish, port: 80}')],
]);
