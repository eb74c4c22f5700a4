import { capturedRangesCheck } from '../../../../lib/inspect/checks/mesh/captured-ranges';
import { deployment, kube, together, withReplicaSet } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const entry = (spec: string): string => kube('ServiceEntry shop/ledger', `{hosts: [ledger.example.com], ${spec}}`);
const captured = (key: string, value: string): string => deployment('shop/orders', { annotations: `traffic.sidecar.istio.io/${key}: "${value}"` });
const fixed = entry('addresses: [240.0.0.2]');
const at = (key: string): string => `warning spec.template.metadata.annotations["traffic.sidecar.istio.io/${key}"]: 240.0.0.2 of ServiceEntry shop/ledger bypasses the proxy, so no mesh routes or policies apply`;

ruleCases(capturedRangesCheck, [
  ['a range that leaves an address out', together(fixed, captured('includeOutboundIPRanges', '10.0.0.0/8')), [at('includeOutboundIPRanges')]],
  ['a range of a Deployment, and not of its ReplicaSet', together(fixed, withReplicaSet(captured('includeOutboundIPRanges', ''))), [at('includeOutboundIPRanges')]],
  ['no range at all', together(fixed, captured('includeOutboundIPRanges', '')), [at('includeOutboundIPRanges')]],
  ['a range that takes an address out', together(fixed, captured('excludeOutboundIPRanges', '10.0.0.0/8, 240.0.0.0/4')), [at('excludeOutboundIPRanges')]],
], [
  ['a range that holds the address', together(fixed, captured('includeOutboundIPRanges', '10.0.0.0/8,240.0.0.0/4'))],
  ['all addresses', together(fixed, captured('includeOutboundIPRanges', '*'))],
  ['other addresses taken out', together(fixed, captured('excludeOutboundIPRanges', '10.0.0.0/8'))],
  ['a ServiceEntry without addresses', together(entry(''), captured('includeOutboundIPRanges', '10.0.0.0/8'))],
  ['a ServiceEntry that is not shown to the pods', together(
    kube('ServiceEntry lab/ledger', '{hosts: [a.example.com], exportTo: ["."], addresses: [240.0.0.2]}'), captured('includeOutboundIPRanges', '10.0.0.0/8'),
  )],
]);
