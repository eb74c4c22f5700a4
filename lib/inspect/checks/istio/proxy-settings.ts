import { groupBy } from '../../group-by';
import { deviations, WrongValue } from '../../mesh/config-message';
import type { Field } from '../../mesh/field';
import { formatPath } from '../../schema/format-path';
import type { ObjectPath } from '../../schema/violation';
import { proxyDefaults } from '../webhook/mesh-config/proxy-defaults';
import { repairOf, whatItIsNot } from '../webhook/mesh-config/wrong-value';

/** What is wrong with a setting that pods have for their proxies. */
export interface WrongSetting {
  readonly path: ObjectPath;
  readonly message: string;
  readonly repair: string;
}

/**
 * The settings of proxies for which the injector refuses pods, one for each place: of what is of another type nothing else is said. Fields that
 * nobody knows are dropped, and another matter.
 */
export function wrongSettings(config: Field): WrongSetting[] {
  const values = [...deviations('ProxyConfig', config)].filter(deviation => deviation.kind === 'value').map(ofValue);
  const others = [...proxyDefaults(config)].flatMap(problem => (
    'rule' in problem && problem.rule.severity === 'error' ? [{ path: problem.path, message: problem.message, repair: problem.repair ?? CORRECT }] : []
  ));
  return [...groupBy([...threads(config.at('concurrency')), ...values, ...others], ({ path }) => formatPath(path)).values()].map(([first]) => first);
}

const CORRECT = 'correct the value';

function ofValue(wrong: WrongValue): WrongSetting {
  return { path: wrong.place.path, message: whatItIsNot(wrong), repair: repairOf(wrong) ?? CORRECT };
}

/** 0 is one thread for each processor. */
function threads({ value, path, isSet }: Field): WrongSetting[] {
  const isNumber = Number.isInteger(Number(value)) && Number(value) >= 0;
  return !isSet || isNumber ? [] : [{ path, message: 'concurrency is not a whole number from 0', repair: CORRECT }];
}
