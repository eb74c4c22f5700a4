import { idleFaultCheck } from '../../../../lib/inspect/checks/mesh/idle-fault';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const route = (http: string): string => kube('VirtualService shop/orders', `{hosts: [orders], http: [${http}]}`);

ruleCases(idleFaultCheck, [
  ['an abort without percentage', route('{fault: {abort: {httpStatus: 503}}}'), ['warning spec.http[0].fault.abort: the abort has no percentage, so it is never injected']],
  ['a delay without percentage', route('{fault: {delay: {fixedDelay: 5s}}}'), ['warning spec.http[0].fault.delay: the delay has no percentage, so it is never injected']],
  ['an empty percentage', route('{fault: {abort: {httpStatus: 503, percentage: {}}}}'), ['warning spec.http[0].fault.abort: the abort has no percentage, so it is never injected']],
  ['an empty percentage that hides an older one', route('{fault: {delay: {fixedDelay: 5s, percent: 10, percentage: {}}}}'), ['warning spec.http[0].fault.delay: the delay has no percentage, so it is never injected']],
], [
  ['a percentage', route('{fault: {abort: {httpStatus: 503, percentage: {value: 1}}}}')],
  ['the older form of a percentage', route('{fault: {delay: {fixedDelay: 5s, percent: 10}}}')],
  ['a fault that somebody has switched off', route('{fault: {abort: {httpStatus: 503, percentage: {value: 0}}}}')],
  ['no fault', route('{route: []}')],
]);
