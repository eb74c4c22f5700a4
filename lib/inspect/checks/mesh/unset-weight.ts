import { routeEntries } from '../../mesh/route-entries';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const unsetWeight = meshRule('MESH057', 'warning', ['unset-weight', 'One of several destinations has no weight, so it gets no requests.']);

/** Destinations that stand in a route and get nothing. Weights that do not add up are said to be that, by another rule. */
export const unsetWeightCheck = defineCheck({
  rules: [unsetWeight],
  kinds: ['networking.istio.io/VirtualService'],
  fields: ['weight'],
  * judge(virtualService) {
    for (const route of routeEntries(virtualService).map(entry => entry.at('route').items())) {
      const unset = route.length > 1 ? route.filter(destination => !destination.at('weight').isSet) : [];
      const sum = unset.length > 0 ? route.reduce((total, destination) => total + (destination.at('weight').number ?? 0), 0) : 0;
      for (const destination of sum === 100 ? unset : []) {
        yield {
          rule: unsetWeight,
          path: destination.path,
          message: `${destination.at('destination', 'host').text ?? 'it'} has no weight, while other destinations have one, so it gets no requests`,
          repair: 'give it a weight, or remove it',
        };
      }
    }
  },
});
