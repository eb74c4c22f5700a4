import { AddressBlock, addressBlock } from '../../address-blocks';
import { AddressIndex } from '../../mesh/address-index';
import { scopesOf } from '../../mesh/hosts';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { perKey } from '../../mesh/per-key';
import { isOwned } from '../../mesh/pods';
import { workloadOf, WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const capturedRanges = meshRule('MESH048', 'warning', ['captured-ranges', 'Requests to the address of a ServiceEntry bypass the proxy of a pod.']);

const INCLUDED = 'traffic.sidecar.istio.io/includeOutboundIPRanges';
const EXCLUDED = 'traffic.sidecar.istio.io/excludeOutboundIPRanges';

/** Ranges of captured traffic that leave out an address which the mesh is told about. */
export const capturedRangesCheck = defineCheck({
  rules: [capturedRanges],
  kinds: WORKLOAD_KINDS,
  fields: [INCLUDED, EXCLUDED],
  reads: ['networking.istio.io/ServiceEntry'],
  * judge(resource, { set }) {
    const workload = workloadOf(resource);
    const { pod, namespace } = workload;
    const annotations = pod.at('metadata', 'annotations');
    for (const place of isOwned(set, workload) ? [] : [INCLUDED, EXCLUDED].map(key => annotations.at(key)).filter(({ text }) => text !== undefined && text.trim() !== '*')) {
      const missed = missedEntry(set, place.text!, { namespace, isExcluded: place.key === EXCLUDED });
      if (missed !== undefined) {
        yield {
          rule: capturedRanges,
          path: place.path,
          message: `${missed.text} of ServiceEntry ${missed.entry} bypasses the proxy, so no mesh routes or policies apply`,
          repair: place.key === EXCLUDED ? 'exclude its address from the range' : 'add its address to the range',
        };
      }
    }
  },
});

interface EntryAddress {
  readonly entry: string;
  readonly text: string;
  readonly block: AddressBlock;
}

interface Reach {
  readonly namespace: string;
  readonly isExcluded: boolean;
}

const answers = perKey<EntryAddress | undefined>();

/** An address that is missed; many workloads say the same, so each question is answered once. */
function missedEntry(set: ObjectSet, text: string, { namespace, isExcluded }: Reach): EntryAddress | undefined {
  return answers(set, `${namespace} ${isExcluded} ${text}`, () => {
    const ranges = text.split(',').map(one => addressBlock(one.trim())).filter(block => block !== undefined);
    const missed = ['*', namespace].map(scope => addresses(set).get(scope)).flatMap(index => (
      isExcluded ? ranges.map(range => index?.overlapping(range)) : [index?.outside(ranges)]
    ));
    return missed.find(one => one !== undefined);
  });
}

/** The addresses of ServiceEntries by the namespaces that see them. */
const addresses = perSet(set => {
  const byScope = new Map<string, EntryAddress[]>();
  for (const { spec, namespace, fullName } of set.of('networking.istio.io/ServiceEntry')) {
    const found = spec.at('addresses').texts.map(text => ({ entry: fullName, text, block: addressBlock(text) }))
      .filter((one): one is EntryAddress => one.block !== undefined);
    for (const scope of found.length === 0 ? [] : scopesOf(spec.at('exportTo').texts, namespace)) {
      const others = byScope.get(scope) ?? [];
      others.push(...found);
      byScope.set(scope, others);
    }
  }
  return new Map([...byScope].map(([scope, found]) => [scope, new AddressIndex(found)]));
});
