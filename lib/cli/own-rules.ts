import { loadRules } from '../inspect/checks/load-rules';
import type { RuleBook } from '../inspect/checks/rule-book';
import { CliError } from './cli-error';

/**
 * Our rules together with those that `--rules` names.
 *
 * @throws CliError when one of the modules cannot be loaded, or exports no rules.
 */
export function ruleBookOf(places: readonly string[]): RuleBook {
  try {
    return loadRules(places);
  } catch (error) {
    throw new CliError(`--rules ${(error as Error).message}`, { cause: error });
  }
}
