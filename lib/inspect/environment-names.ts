/** What an environment is called in short: folders of one team say `dev` where others say `development`. Other words are as they are. */
export function shortName(word: string): string {
  return SHORT.get(word.toLowerCase()) ?? word;
}

/** The environment that a folder is for, by its name. */
export interface FolderEnvironment {
  readonly name: string;
  /** The folder that is called so, or has it in its name. */
  readonly folder: string;
  /** The path with a star for the environment: the same for all of them. */
  readonly beside: string;
}

/** The innermost environment that a path names, as `prod` in `apps/prod`, `clusters/prod/apps` or `overlays/shop-prod`. */
export function environmentIn(path: string): FolderEnvironment | undefined {
  const steps = path.split(/[/\\]/);
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const word = FOLDERS.test(steps[index - 1] ?? '') ? lastEnvironment(steps[index]) ?? steps[index] : lastEnvironment(steps[index]);
    if (word !== undefined && word !== '') {
      const starred = steps.map((step, at) => (at === index ? step.replace(word, '*') : step));
      return { name: shortName(word), folder: steps.slice(0, index + 1).join('/'), beside: starred.join('/') };
    }
  }
  return undefined;
}

function lastEnvironment(step: string): string | undefined {
  return step.split(/[._-]+/).filter(word => NAMES.has(word.toLowerCase())).pop();
}

/** Folders that hold one for each environment, whatever that is called. */
const FOLDERS = /^(?:clusters?|overlays?|env|envs|environments?|regions?)$/i;

const SHORT: ReadonlyMap<string, string> = new Map([
  ['development', 'dev'], ['production', 'prod'], ['prd', 'prod'], ['staging', 'stage'], ['stg', 'stage'], ['testing', 'test'],
]);

const NAMES: ReadonlySet<string> = new Set([...SHORT.keys(), ...SHORT.values(), 'qa', 'uat', 'sandbox', 'local']);
