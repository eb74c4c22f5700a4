import { CliError } from './cli-error';

/** Loads the command that renders: with cdk8s, which stands beside this package and not in it. @throws CliError when it is not there */
export async function loadImportYaml(): Promise<Pick<typeof import('./import-yaml-command'), 'importYaml'>> {
  try {
    return await fromCheckout();
  } catch (error) {
    const missing = missingPeer(error);
    if (missing === undefined) {
      throw error;
    }
    throw new CliError(`import-yaml: ${missing} is not installed; it renders the objects to compare: npm install cdk8s cdk8s-plus-28 constructs`, { cause: error });
  }
}

/** In a checkout there need not be a compiled library, and the command brings its own; the package leaves that out. */
async function fromCheckout(): ReturnType<typeof loadImportYaml> {
  try {
    return await import('./import-yaml-command');
  } catch (error) {
    if (!missingModule(error).endsWith('import-yaml-command.cjs')) {
      throw error;
    }
    return import('./import-yaml-packed-command');
  }
}

/** The package that renders and cannot be found; undefined when something else is wrong. */
export function missingPeer(error: unknown): string | undefined {
  return /^(?:cdk8s-plus-28|cdk8s|constructs)(?=\/|$)/.exec(missingModule(error))?.[0];
}

function missingModule(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'MODULE_NOT_FOUND' ? /^Cannot find module '([^']*)'/.exec(message)?.[1] ?? '' : '';
}
