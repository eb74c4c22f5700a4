import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { refusal } from '../webhook-rules';

export const targetPortRules = {
  unused: refusal('target-port-unused', 'A port of a Gateway or Sidecar has a targetPort, which has no effect there.'),
};

/** What is said of the `targetPort` of a port that has none. */
export function* unusedTargetPort(port: Field): Judgement {
  const { number = 0 } = port.at('targetPort');
  if (number > 0) {
    yield broken(targetPortRules.unused, port.at('targetPort'), 'targetPort has no effect here', 'remove it');
  }
}
