import { CliError } from './cli-error';

/** Loads a command that renders: with cdk8s, which stands beside this package and not in it. @throws CliError when it is not there */
export async function needingCdk8s<T>(command: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const [, missing] = code === 'MODULE_NOT_FOUND' ? /^Cannot find module '((?:cdk8s|cdk8s-plus-28|constructs))(?:\/[^']*)?'/.exec(message) ?? [] : [];
    if (missing === undefined) {
      throw error;
    }
    throw new CliError(`${command}: ${missing} is not installed, and renders what is compared: npm install cdk8s cdk8s-plus-28 constructs`, { cause: error });
  }
}
