import { AddressBlock, addressBlock, blocksOverlap, isWithin } from '../../address-blocks';
import type { Field } from '../../mesh/field';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { defineCheck, Problem } from '../check';
import { meshRule } from './mesh-rule';

const deniedRange = meshRule(
  'MESH017', 'error', ['denied-range', 'A policy denies address ranges that include the pods of the cluster.'], ['IST0106'],
);

/** Policies that refuse the mesh itself. */
export const deniedRangeCheck = defineCheck({
  rules: [deniedRange],
  kinds: ['security.istio.io/AuthorizationPolicy'],
  reads: ['Node', 'networking.k8s.io/ServiceCIDR'],
  * judge({ spec }, { set }) {
    if (spec.at('action').text !== 'DENY') {
      return;
    }
    const rules = spec.at('rules');
    if (!rules.isFilled) {
      yield {
        rule: deniedRange,
        path: rules.path,
        message: 'the DENY policy has no rules, so it denies nobody',
        repair: 'add a rule, or [{}] to deny all',
      };
    }
    for (const rule of rules.items().filter(one => !one.at('to').isFilled && !one.at('when').isFilled)) {
      yield* rule.at('from').items().map(from => from.at('source')).flatMap(source => judgeSource(set, source));
    }
  },
});

const BLOCKS = ['ipBlocks', 'remoteIpBlocks'];

function judgeSource(set: ObjectSet, source: Field): Problem[] {
  if (!source.entries().every(([key, value]) => BLOCKS.includes(key) || !value.isFilled)) {
    return [];
  }
  return BLOCKS.flatMap(key => source.at(key).items()).flatMap(place => {
    const block = addressBlock(place.text ?? '');
    const own = block && ownBlock(set, block);
    return own === undefined ? [] : [{
      rule: deniedRange,
      path: place.path,
      message: `${place.text} covers ${own}, so the policy also denies callers in the mesh`,
      repair: 'put the range of the external callers in remoteIpBlocks, and set gatewayTopology.numTrustedProxies to the number of proxies in front',
    }];
  });
}

/** The addresses of the cluster that a block covers, in words. */
function ownBlock(set: ObjectSet, block: AddressBlock): string | undefined {
  const declared = declaredBlocks(set);
  if (declared.length > 0) {
    const own = declared.find(one => blocksOverlap(one, block));
    return own && `addresses of the cluster, ${own.address}/${own.bits}`;
  }
  const wide = PRIVATE.find(one => isWithin(one, block));
  return wide && `all of ${wide.address}/${wide.bits}, from which clusters assign pod addresses`;
}

/** The ranges that a set shows to be those of pods and Services. */
const declaredBlocks = perSet(set => [
  ...set.of('Node').flatMap(({ spec }) => [...spec.at('podCIDRs').texts, spec.at('podCIDR').text ?? '']),
  ...set.of('networking.k8s.io/ServiceCIDR').flatMap(({ spec }) => spec.at('cidrs').texts),
].map(addressBlock).filter(block => block !== undefined));

const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fd00::/8'].map(text => addressBlock(text)!);
