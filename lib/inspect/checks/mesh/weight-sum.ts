import type { Field } from '../../mesh/field';
import { isOfFlagger } from '../../mesh/flagger-services';
import { fullHost } from '../../mesh/hosts';
import { ObjectSet, perSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { routeEntries } from '../../mesh/route-entries';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const weightSum = meshRule('MESH046', 'warning', ['weight-sum', 'The weights of a route do not add up to 100.']);

/** Weights that are read as parts of their sum, and not as percents. */
export const weightSumCheck = defineCheck({
  rules: [weightSum],
  kinds: ['networking.istio.io/VirtualService'],
  fields: ['weight'],
  reads: ['flagger.app/Canary', 'argoproj.io/Rollout'],
  * judge(virtualService, { set }) {
    for (const route of routeEntries(virtualService).map(entry => entry.at('route'))) {
      const weights = route.items().map(destination => destination.at('weight').number ?? 0);
      const sum = weights.reduce((one, other) => one + other, 0);
      if (sum !== 0 && sum !== 100 && !isOwned(set, virtualService)) {
        yield {
          rule: weightSum,
          path: route.path,
          message: weights.length === 1 ? `the only destination has weight ${sum}, and gets all traffic` : wordsOf(route.items().map(one => one.at('weight')), sum),
          repair: weights.length === 1 ? 'remove the weight, or add the other destinations' : 'write whole numbers that add up to 100',
        };
      }
    }
  },
});

function wordsOf(weights: readonly Field[], sum: number): string {
  const unset = weights.some(weight => !weight.isSet) ? '; a destination without a weight gets no requests' : '';
  return `the weights ${weights.map(({ number = 'none' }) => number).join(', ')} add up to ${sum}, and are read as shares of ${sum}${unset}`;
}

/** Whether a controller changes its weights. */
function isOwned(set: ObjectSet, { spec, namespace, name }: Resource): boolean {
  return ofRollouts(set).has(`${namespace}/${name}`) || spec.at('hosts').texts.some(host => isOfFlagger(set, fullHost(set, host, namespace)));
}

/** The VirtualServices whose weights Argo Rollouts changes. */
const ofRollouts = perSet(set => new Set(set.of('argoproj.io/Rollout').flatMap(({ spec, namespace }) => {
  const istio = spec.at('strategy', 'canary', 'trafficRouting', 'istio');
  const names = [istio.at('virtualService'), ...istio.at('virtualServices').items()].map(one => one.at('name').text);
  return names.filter(name => name !== undefined).map(name => `${namespace}/${name}`);
})));
