import { deviations, WrongValue } from '../../../mesh/config-message';
import { MESH_CONFIG_KINDS, meshConfigIn } from '../../../mesh/mesh-config';
import { defineCheck, Problem } from '../../check';
import { refusal } from '../webhook-rules';
import { repairOf, whatItIsNot } from './wrong-value';

/** A value of which nothing else is told: where it stands there is nothing to the rules for what is meant. */
export const meshValue = refusal('mesh-value', 'A value in the mesh config has a type or value that its field does not accept.');

/** Values for which istiod does not read the mesh config at all. Numbers may stand in quotes there, and spans are those of Go. */
export const meshValueCheck = defineCheck({
  rules: [meshValue],
  kinds: MESH_CONFIG_KINDS,
  * judge(resource) {
    const config = meshConfigIn(resource)?.config;
    for (const deviation of config === undefined ? [] : deviations('MeshConfig', config)) {
      if (deviation.kind === 'value') {
        yield problemOf(deviation);
      }
    }
  },
});

function problemOf(wrong: WrongValue): Problem {
  const { place: { key, path, text }, choice } = wrong;
  const what = choice === undefined || text === undefined ? whatItIsNot(wrong) : `${text} is not a value of ${key}`;
  return {
    rule: meshValue,
    path,
    message: `${what}, so istiod rejects the whole mesh config`,
    ...(choice === undefined ? {} : { expected: choice.join(', ') }),
    repair: repairOf(wrong) ?? (choice === undefined ? 'correct the value' : 'write one of these values'),
  };
}
